import type { RawEvent } from '@onmaru/event-sourcing';
import { eventLine, rawEventLine } from './event-line.js';

const data = { note: 'a "quote", a \\ and 안녕', list: [1, { deep: null }], '}': '{}}' };
const event = {
  position: 7,
  id: '018f0000-0000-7000-8000-000000000007',
  type: 'cases.NoteAdded.v1',
  occurredAt: '2026-03-01T09:00:00.000Z',
  recordedAt: '2026-03-01T09:00:01.000Z',
  tenant: 'demo',
  actor: { kind: 'staff', id: 'mina' },
  stream: 'case-가"나',
  revision: 2,
  commandId: 'c',
  correlationId: 'r',
} as const satisfies Omit<RawEvent, 'json'>;

describe('The line of an event', () => {
  it('is the same, letter by letter, whether the event was decoded or lies as it is', () => {
    expect(rawEventLine({ ...event, json: JSON.stringify(data) })).toBe(JSON.stringify(eventLine({ ...event, data })));
    expect(rawEventLine({ ...event, json: '{}' })).toBe(JSON.stringify(eventLine({ ...event, data: {} })));
  });
});
