import { FASTEST, type Speed } from '@onmaru/playback';
import type { Duration } from '@onmaru/time';
import { askingTenant, type TenantOption } from '../session.cli.js';
import { playEvents } from './play-events.adapter.js';
import { spanQuery, type Span } from './span.js';

type PlayOptions = TenantOption & Span & { readonly speed?: Speed; readonly longestGap?: Duration; readonly json?: boolean };

/** Prints the events of a span at a pace. */
export const play = ({ speed = FASTEST, longestGap = Infinity, json = false, ...options }: PlayOptions): Promise<void> =>
  askingTenant(options, (api) => playEvents(api, { query: spanQuery(options), pacing: { speed, longestGap }, asJson: json }));
