import { FASTEST, Player, rateAfter, type Pacing, type Playback, type Press, type Rate, type Speed } from '@onmaru/playback';
import type { LiveEvent } from '../../../ui/live/live-event.js';
import { readEvents } from './read-events.js';
import { spanQuery, type Span } from './span.js';

/** What there is to see of something that is played: its last events, how far it is, how fast they come, and what went wrong. */
export type Shown = { readonly playback: Playback; readonly events: readonly LiveEvent[]; readonly from: number; readonly to: number; readonly position: number; readonly perSecond: number; readonly error: unknown };

export type Playing = { readonly press: (press: Press) => void; readonly setSpeed: (speed: Speed) => void; readonly leave: () => void };

/** How many events are kept to be seen. */
export const KEPT = 200;

/** Milliseconds between two looks, and events between two rests in which the page can be used. */
const FRAME = 60;
const BREATH = 250;

/** Plays a span and calls `see` with what there is to see, until it is left. */
export const startPlaying = (span: Span, pacing: Pacing, see: (shown: Shown) => void): Playing => {
  const gone = new AbortController();
  const query = spanQuery(span);
  const from = query.from ?? 0;
  let [to, position, error] = [0, from, null as unknown];
  let events: LiveEvent[] = [];
  let rate: Rate | null = null;
  let drawing: ReturnType<typeof setTimeout> | null = null;

  const look = () => {
    drawing = null;
    if (gone.signal.aborted) return;
    rate = rateAfter(rate, player.playback.shown, performance.now());
    see({ playback: player.playback, events: [...events], from, to, position, perSecond: rate.perSecond, error });
  };
  const player = new Player<LiveEvent>(
    {
      async *open() {
        const left = new AbortController();
        [events, position] = [[], from];
        try {
          const answer = await readEvents(query, AbortSignal.any([gone.signal, left.signal]));
          to = answer.to;
          yield* answer.events;
        } finally {
          left.abort();
        }
      },
      at: ({ occurredAt }) => Date.parse(occurredAt),
      async show(event) {
        events.push(event);
        if (events.length > 2 * KEPT) events = events.slice(-KEPT);
        position = event.position;
        if (player.playback.speed === FASTEST && player.playback.shown % BREATH === 0) await rest(0, gone.signal);
      },
      draw: () => {
        drawing ??= setTimeout(look, FRAME);
      },
      now: () => performance.now(),
      rest,
    },
    pacing,
  );

  const run = async (): Promise<void> => {
    error = null;
    await player.run().catch((thrown: unknown) => {
      error = thrown;
      drawing ??= setTimeout(look, FRAME);
    });
  };
  void run();
  return {
    press: (press) => {
      const isOver = player.playback.mode === 'ended' || error !== null;
      player.press(error !== null && press === 'toggle' ? 'restart' : press);
      if (isOver && player.playback.mode === 'playing') void run();
    },
    setSpeed: (speed) => player.setSpeed(speed),
    leave: () => {
      gone.abort();
      player.press('quit');
    },
  };
};

const rest = (milliseconds: number, woken: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      woken.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    woken.addEventListener('abort', over);
  });
