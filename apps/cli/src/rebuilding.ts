import { grouped } from './grouped.js';
import { bar } from './bar.js';
import { duration } from './progress.js';

/** How a rebuild stands, as the platform lists it. */
export type Rebuild = {
  readonly view: string;
  readonly state: 'running' | 'paused' | 'done' | 'failed';
  readonly position: number;
  readonly head: number;
  readonly eventsPerSecond: number;
  readonly equal?: boolean;
  readonly rows?: number;
  readonly hash?: string;
  readonly reason?: string;
};

/** Whether the view that served was what the log says. */
export const isRight = ({ state, equal }: Rebuild): boolean => state === 'done' && equal === true;

/** What is said of it in JSON. */
export const rebuiltJson = ({ view, state, equal, hash, rows, position, head, reason = state }: Rebuild): object => {
  if (state === 'done') return { view, equal, hash, rows };
  return state === 'failed' ? { view, failed: reason } : { view, state, position, head };
};

export const rebuiltText = (rebuilt: Rebuild): string => {
  const { view, state, equal, hash = '', position, head, reason = '' } = rebuilt;
  if (state === 'failed') return `✗ ${view}  could not be rebuilt: ${reason}`;
  if (state !== 'done') return `… ${view}  is ${state} at ${grouped(position)} of ${grouped(head)} events`;
  return equal ? `✓ ${view}  is what it was  ${hash}` : `✗ ${view}  was not what the log says, and is now  ${hash}`;
};

/** `████░░  customers, staff  1,200 of 4,000 events  900/s  4 s left`: those that run, with a bar where there is room. */
export const runningText = (running: readonly Rebuild[], columns: number): string => {
  const slowest = running.reduce((one, other) => (other.position < one.position ? other : one));
  const { position, head, eventsPerSecond: rate } = slowest;
  const left = rate > 0 && head > position ? `${duration((head - position) / rate)} left` : '';
  const names = running.length > 3 ? `${running.length} views` : running.map(({ view }) => view).join(', ');
  const words = [names, `${grouped(position)} of ${grouped(head)} events`, `${grouped(rate)}/s`, left].filter(Boolean).join('  ');
  return `${bar(head === 0 ? 1 : position / head, Math.min(40, columns - words.length - 2))}${words}`;
};

/** What a part of the log makes of a view. */
export type Scratched = { readonly view: string; readonly rows: number; readonly hash: string; readonly parked: number };
type Failed = { readonly service: string; readonly failed: string };
export type ScratchLine = Scratched | Failed | { readonly service: string; readonly position: number; readonly head: number };

export const isScratched = (line: ScratchLine): line is Scratched | Failed => !('position' in line);

export const scratchedText = (line: Scratched | Failed): string => {
  if ('failed' in line) return `✗ the views of ${line.service}  could not be folded: ${line.failed}`;
  const { view, rows, hash, parked } = line;
  return `${view}  ${grouped(rows)} rows  ${hash}${parked > 0 ? `  (${grouped(parked)} streams could not be folded)` : ''}`;
};
