import { createWriteStream } from 'node:fs';
import type { Attempted, Read } from '@onmaru/invariants';

/** One command as its client saw it: what, when, and how it ended. Milliseconds are since the campaign began. */
export type Command = Attempted & {
  readonly client: string;
  readonly verb: string;
  readonly stream: string;
  readonly invoked: number;
  readonly completed: number;
  readonly tries: number;
  readonly status: number | null;
  /** The rules had to say no, and nothing else was expected. */
  readonly refusalExpected: boolean;
};

export type ReadMade = Read & { readonly client: string; readonly at: number };

/** What clients did and were told, line by line in a file too, as it happens. */
export type History = {
  readonly commands: readonly Command[];
  readonly reads: readonly ReadMade[];
  readonly invoke: (what: Pick<Command, 'client' | 'verb' | 'tenant' | 'commandId' | 'stream' | 'invoked'>) => void;
  readonly complete: (command: Command) => void;
  readonly read: (read: ReadMade) => void;
  close(): Promise<void>;
};

export const history = (path: string): History => {
  const file = createWriteStream(path);
  const write = (line: object): void => void file.write(`${JSON.stringify(line)}\n`);
  const commands: Command[] = [];
  const reads: ReadMade[] = [];
  return {
    commands,
    reads,
    invoke: (what) => write({ type: 'invoke', ...what }),
    complete(command) {
      commands.push(command);
      write({ type: command.outcome, ...command });
    },
    read(read) {
      reads.push(read);
      write({ type: 'read', ...read });
    },
    close: () => new Promise((closed, failed) => file.once('error', failed).end(closed)),
  };
};
