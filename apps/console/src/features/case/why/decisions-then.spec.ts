import type { Decision } from './decision.js';
import { decisionsThen } from './decisions-then.js';

const decision = (position: number, freedAt: string | null): Decision => ({
  position,
  decidedAt: '2026-03-02T09:00:00Z',
  agentId: 'jimin',
  priority: 2,
  openedAt: '2026-03-02T08:48:00Z',
  waiting: 3,
  freePlaces: 3,
  capacity: 5,
  passedOver: [],
  freedAt,
  freedBecause: freedAt === null ? null : 'done',
});

const first = decision(10, '2026-03-02T10:00:00Z');
const second = decision(20, null);

describe('What routing had decided', () => {
  it('is everything now', () => expect(decisionsThen([second, first], null)).toEqual([second, first]));

  it('is nothing yet before it decided', () => expect(decisionsThen([second, first], { position: 9, occurredAt: '2026-03-02T08:48:00Z' })).toEqual([]));

  it('was not yet undone in between', () =>
    expect(decisionsThen([second, first], { position: 11, occurredAt: '2026-03-02T09:00:00Z' })).toEqual([{ ...first, freedAt: null, freedBecause: null }]));

  it('was undone from that moment on', () => expect(decisionsThen([second, first], { position: 15, occurredAt: '2026-03-02T10:00:00.000Z' })).toEqual([first]));
});
