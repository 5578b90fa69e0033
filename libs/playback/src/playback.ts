import { FASTEST, faster, slower, type Speed } from './speed.js';

/** What somebody does to what is played: play or pause, take one event, begin again, change the speed, end it. */
export type Press = 'toggle' | 'step' | 'restart' | 'faster' | 'slower' | 'quit';

/** How to play: `longestGap` in milliseconds of the log's time, beyond which nothing is waited for. */
export type Pacing = { readonly speed: Speed; readonly longestGap: number };

/** Events that are played in the order of the log, at a multiple of the time that passed between them. */
export type Playback = Pacing & {
  readonly mode: 'playing' | 'paused' | 'ended' | 'left';
  /** Which time round it is. */
  readonly round: number;
  /** Events shown in this round. */
  readonly shown: number;
  /** Events asked for one by one, for which nobody waits. */
  readonly steps: number;
  /** When the event shown last happened, in milliseconds; null before the first one. */
  readonly lastAt: number | null;
  /** How much of the log's time has been waited for the next event until `since`, in milliseconds. */
  readonly waited: number;
  readonly since: number;
};

/** Milliseconds of real time by which the pace may fall behind and still be caught up with. */
const CATCHES_UP = 1000;

/** `now` is, here as everywhere below, the reading of a clock in milliseconds that never goes back. */
export const startPlayback = ({ speed, longestGap }: Pacing, now: number): Playback => ({ speed, longestGap, mode: 'playing', round: 1, shown: 0, steps: 0, lastAt: null, waited: 0, since: now });

/** Milliseconds until an event that happened at `at` is shown: 0 when it is due, Infinity while nothing goes on. */
export const waitFor = (playback: Playback, at: number, now: number): number => {
  if (playback.steps > 0) return 0;
  if (playback.mode !== 'playing') return Infinity;
  if (playback.speed === FASTEST) return 0;
  return Math.max(0, (gapBefore(playback, at) - passed(playback, now)) / playback.speed);
};

/** After an event that happened at `at` was shown. */
export const afterShowing = (playback: Playback, at: number, now: number): Playback => {
  const { mode, steps, speed } = playback;
  const ahead = mode === 'playing' && steps === 0 && speed !== FASTEST ? passed(playback, now) - gapBefore(playback, at) : 0;
  const waited = Math.min(Math.max(0, ahead), CATCHES_UP * speed);
  return { ...playback, shown: playback.shown + 1, steps: Math.max(0, steps - 1), lastAt: at, waited, since: now };
};

export const afterPress = (playback: Playback, press: Press, now: number): Playback => {
  const until = settled(playback, now);
  switch (press) {
    case 'toggle':
      if (playback.mode === 'ended') return again(playback, now);
      return { ...until, mode: playback.mode === 'playing' ? 'paused' : 'playing' };
    case 'step':
      return playback.mode === 'ended' ? playback : { ...until, mode: 'paused', steps: playback.steps + 1 };
    case 'restart':
      return again(playback, now);
    case 'faster':
      return { ...until, speed: faster(playback.speed) };
    case 'slower':
      return { ...until, speed: slower(playback.speed) };
    case 'quit':
      return { ...playback, mode: 'left' };
  }
};

/** Goes on at another speed from here; what was waited until now counts as it was waited. */
export const atSpeed = (playback: Playback, speed: Speed, now: number): Playback => ({ ...settled(playback, now), speed });

export const afterTheLast = (playback: Playback): Playback => ({ ...playback, mode: 'ended', steps: 0 });

const again = (playback: Playback, now: number): Playback => ({ ...startPlayback(playback, now), round: playback.round + 1 });

/** Where the log's order goes back in time, as at the start of imported history, nothing is waited for. */
const gapBefore = ({ lastAt, longestGap }: Playback, at: number): number => (lastAt === null ? 0 : Math.min(Math.max(0, at - lastAt), longestGap));

const passed = ({ mode, waited, since, speed }: Playback, now: number): number => (mode === 'playing' && speed !== FASTEST ? waited + (now - since) * speed : waited);

const settled = (playback: Playback, now: number): Playback => ({ ...playback, waited: passed(playback, now), since: now });
