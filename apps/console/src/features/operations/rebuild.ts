import { shareDone } from '@onmaru/playback';

/** A view that is folded anew from the log. Once done: whether it equals the one that served, its rows and their hash; once failed, why. */
export type Rebuild = {
  readonly view: string;
  readonly state: 'running' | 'paused' | 'done' | 'failed';
  readonly position: number;
  readonly head: number;
  readonly eventsPerSecond: number;
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly equal?: boolean;
  readonly rows?: number;
  readonly hash?: string;
  readonly reason?: string;
};

export type RebuildVerb = 'pause' | 'resume' | 'cancel';

export const isUnderway = ({ state }: Pick<Rebuild, 'state'>): boolean => state === 'running' || state === 'paused';

export const verbsFor = ({ state }: Pick<Rebuild, 'state'>): readonly RebuildVerb[] => {
  if (!isUnderway({ state })) return [];
  return [state === 'running' ? 'pause' : 'resume', 'cancel'];
};

/** From 0 to 1. */
export const shareOf = ({ state, position, head }: Pick<Rebuild, 'state' | 'position' | 'head'>): number => (state === 'done' ? 1 : shareDone(0, head, position));

/** Milliseconds that are left at the rate of now; null while nobody can say. */
export const timeLeft = ({ state, position, head, eventsPerSecond }: Rebuild): number | null => (state === 'running' && eventsPerSecond > 0 ? (Math.max(0, head - position) / eventsPerSecond) * 1000 : null);
