import { rateAfter, type Rate } from '@onmaru/playback';

/** A stream that a view could not fold on, at which event, why, and since when. */
export type Parked = { readonly tenant: string; readonly stream: string; readonly position: number; readonly reason: string; readonly parkedAt: string };

/** How a view stands. `failing` says why it does not get on; to a tenant, only that. */
export type Standing = { readonly view: string; readonly position: number; readonly head: number; readonly failing?: string; readonly parked: readonly Parked[] };

export const behind = ({ position, head }: Pick<Standing, 'position' | 'head'>): number => Math.max(0, head - position);

export const stateOf = (standing: Standing): 'fails' | 'catchesUp' | 'readsOn' => {
  if (standing.failing !== undefined) return 'fails';
  return behind(standing) > 0 ? 'catchesUp' : 'readsOn';
};

/** Why a view does not get on; null where that is kept from who asks. */
export const reasonOf = ({ failing }: Pick<Standing, 'failing'>): string | null => (failing === undefined || failing === 'withheld' ? null : failing);

/** How fast each view reads, after one more look at them. */
export const ratesAfter = (before: ReadonlyMap<string, Rate>, standings: readonly Standing[], now: number): ReadonlyMap<string, Rate> =>
  new Map(standings.map(({ view, position }) => [view, rateAfter(before.get(view) ?? null, position, now)]));

/** The case that a stream is of; null when it is of something else. */
export const caseOf = (stream: string): string | null => (stream.startsWith('case-') ? stream.slice('case-'.length) : null);
