/** A rebuilt view: whether it equals the one that served until now, and the hash of its rows. */
export type Rebuilt = { readonly view: string; readonly equal: boolean; readonly hash: string };
export type Rebuilding = Rebuilt | { readonly view: string; readonly position: number; readonly head: number };

export const isRebuilt = (step: Rebuilding): step is Rebuilt => 'equal' in step;

export const rebuiltText = ({ view, equal, hash }: Rebuilt): string =>
  `${equal ? '✓' : '✗'} ${view}  ${equal ? 'is what it was' : 'was not what the log says, and is now'}  ${hash}`;
