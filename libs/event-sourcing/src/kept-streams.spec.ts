import { seconds } from '@onmaru/time';
import { keptStreams } from './kept-streams.js';
import type { Loaded } from './handled.js';
import type { StoredEvent } from './event.js';

const nothing: Loaded<number> = { history: [], state: 0, revision: 0, position: 0 };
const loaded = (events: number): Loaded<number> => ({ history: Array.from({ length: events }, () => ({}) as StoredEvent), state: events, revision: events, position: events });

describe('A stream that was loaded a moment ago', () => {
  it('is there for the next command', () => {
    const streams = keptStreams(nothing, () => 0);
    streams.keep('a', { loaded: loaded(3), since: 0 });
    expect(streams.get('a').loaded.revision).toBe(3);
    expect(streams.get('b')).toEqual({ loaded: nothing, since: 0 });
  });

  it('is read anew after twenty seconds, however often it was used meanwhile', () => {
    let now = 0;
    const streams = keptStreams(nothing, () => now);
    streams.keep('a', { loaded: loaded(3), since: 0 });
    now = seconds(19);
    streams.keep('a', { loaded: loaded(4), since: streams.get('a').since });
    expect(streams.get('a').loaded.revision).toBe(4);
    now = seconds(20);
    expect(streams.get('a')).toEqual({ loaded: nothing, since: now });
  });

  it('makes room, when there are too many events, for those that were used last', () => {
    const streams = keptStreams(nothing, () => 0, 100);
    for (let n = 0; n < 12; n += 1) {
      streams.keep(`${n}`, { loaded: loaded(10), since: 0 });
      streams.keep('0', streams.get('0'));
    }
    const kept = Array.from({ length: 12 }, (_, n) => n).filter((n) => streams.get(`${n}`).loaded !== nothing);
    expect(kept).toEqual([0, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('is not kept at all when it alone would take much of the room', () => {
    const streams = keptStreams(nothing, () => 0, 100);
    streams.keep('long', { loaded: loaded(11), since: 0 });
    expect(streams.get('long').loaded).toBe(nothing);
  });
});
