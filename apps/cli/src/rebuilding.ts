/** A rebuilt view: whether it equals the one that served until now, and the hash of its rows; or why it was not rebuilt. */
type Rebuilt = { readonly view: string; readonly equal: boolean; readonly hash: string } | { readonly view: string; readonly failed: string };
export type Rebuilding = Rebuilt | { readonly view: string; readonly position: number; readonly head: number };

export const isRebuilt = (step: Rebuilding): step is Rebuilt => !('position' in step);

/** Whether the view that served was what the log says. */
export const isRight = (rebuilt: Rebuilt): boolean => 'equal' in rebuilt && rebuilt.equal;

export const rebuiltText = (rebuilt: Rebuilt): string => {
  if ('failed' in rebuilt) return `✗ ${rebuilt.view}  could not be rebuilt: ${rebuilt.failed}`;
  const { view, equal, hash } = rebuilt;
  return equal ? `✓ ${view}  is what it was  ${hash}` : `✗ ${view}  was not what the log says, and is now  ${hash}`;
};
