import { takeFrames } from './sse-parser.js';
import type { LiveEvent } from './live-event.js';

/** How far a reader of the stream has got, across any number of connections. */
export type Reading = { readonly position: number; readonly rest: string };

export const startReading = (position: number): Reading => ({ position, rest: '' });

/** After a cut the unfinished event is forgotten: the next connection sends it whole. */
export const reconnect = ({ position }: Reading): Reading => ({ position, rest: '' });

type Heard = { readonly reading: Reading; readonly events: readonly LiveEvent[] };

/** What a piece of the stream adds: every event once, in the order of the log, however often it was sent. */
export const hear = (reading: Reading, piece: string): Heard => {
  const { frames, rest } = takeFrames(reading.rest + piece);
  let { position } = reading;
  const events: LiveEvent[] = [];
  for (const { id, data } of frames) {
    const event = data === '' ? null : (JSON.parse(data) as Partial<LiveEvent>);
    const at = event?.position ?? Number(id ?? 0);
    if (!(at > position)) continue;
    position = at;
    if (event?.type !== undefined && event.stream !== undefined) events.push(event as LiveEvent);
  }
  return { reading: { position, rest }, events };
};
