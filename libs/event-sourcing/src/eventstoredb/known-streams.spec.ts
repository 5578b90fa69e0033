import { knownStreams } from './known-streams.js';

const event = (revision: number, commandId = `c${revision}`, commandHash?: string) => ({ revision, commandId, position: 10 + revision, recordedAt: '2026-03-01T09:00:00.000Z', ...(commandHash && { commandHash }) });

describe('What is known of a stream', () => {
  it('is nothing before it was looked at, or when nothing was there', () => {
    const known = knownStreams();
    known.learn('demo', 'case-1', 0, []);
    expect([known.find('demo', 'case-1'), known.find('demo', 'case-2')]).toEqual([null, null]);
  });

  it('is the last event of each of its commands, in whatever pieces it was read', () => {
    const known = knownStreams();
    known.learn('demo', 'case-1', 0, [event(1, 'a', 'h'), event(2, 'a', 'h')]);
    known.learn('demo', 'case-1', 1, [event(2, 'a', 'h'), event(3, 'b')]);
    expect(known.find('demo', 'case-1')).toMatchObject({ revision: 3 });
    expect(known.find('demo', 'case-1')?.lastOf.get('a')).toEqual({ revision: 2, position: 12, recordedAt: '2026-03-01T09:00:00.000Z', commandHash: 'h' });
  });

  it('does not leave anything out: a piece that begins later is not taken', () => {
    const known = knownStreams();
    known.learn('demo', 'case-1', 5, [event(6)]);
    expect(known.find('demo', 'case-1')).toBeNull();
    known.learn('demo', 'case-1', 0, [event(1)]);
    known.learn('demo', 'case-1', 5, [event(6)]);
    expect(known.find('demo', 'case-1')?.revision).toBe(1);
  });

  it('is of one tenant', () => {
    const known = knownStreams();
    known.learn('demo', 'case-1', 0, [event(1)]);
    expect(known.find('other', 'case-1')).toBeNull();
  });

  it('is forgotten of those that were used longest ago', () => {
    const known = knownStreams(3);
    for (const stream of ['case-1', 'case-2']) known.learn('demo', stream, 0, [event(1)]);
    known.find('demo', 'case-1');
    known.learn('demo', 'case-3', 0, [event(1), event(2)]);
    expect(['case-1', 'case-2', 'case-3'].map((stream) => known.find('demo', stream)?.revision)).toEqual([1, undefined, 2]);
  });
});
