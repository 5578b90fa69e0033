import type { Api } from '../platform/api.adapter.js';
import { Failure } from '../platform/failure.js';

type Say = (why: string) => void;

/** How fast an import was beside COPY. `seconds` is the time that it took. Null where that cannot be known; why has been said then. */
export type CompareWithCopy = (upTo: number, seconds: number) => Promise<number | null>;

/**
 * Notes where the log ends before an import; what is answered then compares the import's events per second with those of
 * COPY of the same events. `platform` asks as one of those who run it: the whole log is their business.
 */
export const copyRatio = async (platform: Api, say: Say): Promise<CompareWithCopy> => {
  const standings = await known(say, () => platform.json<readonly { readonly head: number }[]>('operations/views'));
  return async (upTo, seconds) => {
    if (standings === null) return null;
    const after = standings[0]?.head ?? 0;
    if (upTo <= after) return unknown(say, 'nothing was appended.');
    const copied = await known(say, () => platform.json<{ readonly seconds: number }>('operations/time-copy', { method: 'POST', body: { after, upTo } }));
    return copied && Math.round((copied.seconds / seconds) * 10_000) / 10_000;
  };
};

const known = async <T>(say: Say, ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Failure) return unknown(say, error.message);
    throw error;
  }
};

const unknown = (say: Say, why: string): null => {
  say(`No comparison with COPY: ${why}`);
  return null;
};
