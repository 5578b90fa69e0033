import type { Expected } from '../event-store.js';

/** What an append asks of a stream, as far as it matters: what it expects, and the command of each of its events. */
export type Asked = { readonly expected: Expected; readonly commands: readonly string[] };

/** What the log must say to it. */
export type Verdict = { readonly outcome: 'appended' | 'repeated' | 'conflict'; readonly revision: number };

const meets = (expected: Expected, revision: number): boolean => {
  switch (expected) {
    case 'any':
      return true;
    case 'exists':
      return revision > 0;
    case 'none':
      return revision === 0;
    default:
      return expected === revision;
  }
};

/** The promises of a log about one stream, as short as they can be said; `stream` holds the command of each event in it. */
export const judge = (stream: readonly string[], { expected, commands }: Asked): Verdict => {
  const first = commands[0] as string;
  if (stream.includes(first)) return { outcome: 'repeated', revision: stream.lastIndexOf(first) + 1 };
  const known = commands.some((command) => stream.includes(command));
  if (known || !meets(expected, stream.length)) return { outcome: 'conflict', revision: stream.length };
  return { outcome: 'appended', revision: stream.length + commands.length };
};
