import type { Event, StoredEvent } from './event.js';
import { decode, parseStoredName, storedName, type EventTypes } from './event-types.js';

type Moved = Event<'Moved', { to: { city: string } }>;
const types: EventTypes<Moved> = {
  context: 'tests',
  types: {
    Moved: {
      version: 3,
      upcasts: {
        1: ({ city }: { city: string }) => ({ place: city }),
        2: ({ place }: { place: string }) => ({ to: { city: place } }),
      },
    },
  },
};
const stored = (type: string, data: object) => ({ type, data, occurredAt: '2026-03-01T09:00:00.000Z' }) as StoredEvent;

describe('A stored event type', () => {
  it('is named by context, type and version', () => {
    expect(storedName(types, 'Moved')).toBe('tests.Moved.v3');
    expect(parseStoredName('tests.Moved.v3')).toEqual({ context: 'tests', type: 'Moved', version: 3 });
  });

  it.each(['Moved', 'tests.Moved', 'tests.Moved.v0', 'tests.Moved.v01', 'Tests.Moved.v1', 'tests.Moved.v1 ', ''])('has no other name, such as "%s"', (name) =>
    expect(() => parseStoredName(name)).toThrow('is not a stored event type'));

  it('that the context does not have cannot be named', () => expect(() => storedName(types, 'Burnt')).toThrow('tests has no event type Burnt'));
});

describe('A stored event', () => {
  const now: Moved = { type: 'Moved', occurredAt: '2026-03-01T09:00:00.000Z', data: { to: { city: '서울' } } };

  it('is what the rules know', () => expect(decode(types, stored('tests.Moved.v3', now.data))).toEqual(now));
  it('of an older version is brought to the present one, step by step', () => {
    expect(decode(types, stored('tests.Moved.v1', { city: '서울' }))).toEqual(now);
    expect(decode(types, stored('tests.Moved.v2', { place: '서울' }))).toEqual(now);
  });
  it.each(['tests.Moved.v4', 'tests.Burnt.v1', 'other.Moved.v3'])('that the rules do not know is an error, never skipped: %s', (type) =>
    expect(() => decode(types, stored(type, {}))).toThrow(`tests does not know ${type}`));
  it('without a way to the present version is an error', () =>
    expect(() => decode({ context: 'tests', types: { Moved: { version: 2 } } }, stored('tests.Moved.v1', {}))).toThrow('has no way to version 2'));
});
