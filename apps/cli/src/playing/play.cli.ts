import { FASTEST, type Speed } from '@onmaru/playback';
import type { Duration } from '@onmaru/time';
import { Option, type Command } from 'commander';
import { duration, momentOrPosition, speed } from '../arguments.cli.js';
import { misuse } from '../platform/failure.js';
import { askingTenant, doing, type TenantOption } from '../session.cli.js';
import { playEvents } from './play-events.adapter.js';
import { spanQuery, type Span } from './span.js';

type PlayOptions = TenantOption & Span & { readonly play?: boolean; readonly speed?: Speed; readonly longestGap?: Duration; readonly json?: boolean };

/** What can be said of playing, beside `--until`, `--tenant` and `--json`, which say the same of other replays. */
export const addPlayOptions = (replay: Command): Command =>
  replay
    .addOption(new Option('--play', 'print the events as they happened, at their pace').conflicts('view'))
    .option('--from <moment>', 'with --play: from a moment on, or after a position of the log', momentOrPosition)
    .option('--type <types>', 'with --play: only events of these types, with commas between them')
    .option('--speed <times>', 'with --play: 1 is the pace at which they happened, 100 a hundred times that; max waits for nothing', speed)
    .option('--longest-gap <time>', 'with --play: wait for no event as if more than this had passed: 90s, 30m, 1h, 2d', duration);

/** Plays where that is asked for, else does what `otherwise` does. */
export const playInstead =
  <Options extends object>(otherwise: (options: Options) => Promise<void>) =>
  (options: Options & PlayOptions): Promise<void> => {
    if (options.play) return play(options);
    const stray = (['from', 'type', 'speed', 'longestGap'] as const).some((name) => options[name] !== undefined);
    if (!stray) return otherwise(options);
    return doing(() => Promise.reject(misuse('--from, --type, --speed and --longest-gap say how events are played.', 'Give --play with them.')));
  };

const play = ({ speed = FASTEST, longestGap = Infinity, json = false, ...options }: PlayOptions): Promise<void> =>
  askingTenant(options, (api) => playEvents(api, { query: spanQuery(options), pacing: { speed, longestGap }, asJson: json }));
