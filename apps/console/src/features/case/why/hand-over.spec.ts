import type { Actor, TimelineItem } from '../../../ui/api/types.js';
import { handOverOf } from './hand-over.js';

const routing: Actor = { kind: 'system', id: 'routing' };
const jimin: Actor = { kind: 'staff', id: 'jimin', name: '한지민' };
const item = (revision: number, name: string, actor: Actor): TimelineItem => ({ position: revision, revision, type: `cases.${name}.v1`, occurredAt: '', recordedAt: '', actor, data: {} });

const opened = item(1, 'CaseOpened', { kind: 'customer', id: 'seoyeon' });
const routed = item(2, 'CaseAssigned', routing);
const byHand = item(3, 'CaseAssigned', jimin);
const cleared = item(4, 'CaseUnassigned', jimin);

describe('How a case came to whoever has it', () => {
  it('was by routing', () => expect(handOverOf([opened, routed])).toEqual({ by: 'routing', person: null, routedBefore: false }));

  it('was by the hand of a colleague, after routing too', () => {
    expect(handOverOf([opened, byHand])).toEqual({ by: 'person', person: jimin, routedBefore: false });
    expect(handOverOf([opened, routed, byHand])).toEqual({ by: 'person', person: jimin, routedBefore: true });
  });

  it('was by routing once more', () => expect(handOverOf([opened, routed, cleared, item(5, 'CaseAssigned', routing)])).toEqual({ by: 'routing', person: null, routedBefore: true }));

  it('is nothing where nobody has it, though routing gave it to somebody before', () => {
    expect(handOverOf([opened])).toEqual({ by: null, person: null, routedBefore: false });
    expect(handOverOf([opened, routed, cleared])).toEqual({ by: null, person: null, routedBefore: true });
  });

  it('is nothing that can be told where another system says so', () =>
    expect(handOverOf([opened, item(2, 'CaseAssigned', { kind: 'external', id: 'servicenow' })])).toEqual({ by: null, person: null, routedBefore: false }));
});
