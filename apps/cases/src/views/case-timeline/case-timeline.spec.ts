import type { CaseEvent, RecordedCaseEvent } from '../../case/case.js';
import { assigned, opened, resolved, transferred } from '../../case/examples.js';
import type { Names } from '../../case-details/case-answer.js';
import { forCustomer, isPublic, timelineItem } from './case-timeline.js';

const names: Names = {
  queue: (id) => (id === 'network' ? 'Network' : null),
  staff: (id) => ({ id, externalId: null, name: id === 'jimin' ? 'Jimin Han' : null }),
  customer: (id) => (id === 'ada' ? 'Ada' : null),
};
const recorded = (event: CaseEvent, actor: RecordedCaseEvent['actor'] = { kind: 'staff', id: 'jimin' }): RecordedCaseEvent => ({
  ...event,
  ...{ id: 'event', tenant: 'demo', stream: 'case-1', revision: 1, position: 7, recordedAt: event.occurredAt, actor },
});
const item = (event: CaseEvent, actor?: RecordedCaseEvent['actor']) => timelineItem(recorded(event, actor), `cases.${event.type}.v1`, names);
const note = { type: 'NoteAdded', occurredAt: opened.occurredAt, data: { customerId: 'ada', text: 'Ask payments' } } as const;

describe('The time line of a case', () => {
  it('names who did it', () => {
    expect(item(assigned).actor).toEqual({ kind: 'staff', id: 'jimin', name: 'Jimin Han' });
    expect(item(opened, { kind: 'customer', id: 'ada' }).actor.name).toBe('Ada');
    expect(item(opened, { kind: 'external', id: '21' }).actor.name).toBeNull();
  });

  it('names the queue and the assignee that an event is about', () => {
    expect(item(transferred).data).toMatchObject({ queue: 'Network' });
    expect(item(assigned).data).toMatchObject({ assignee: 'Jimin Han' });
  });

  it('keeps notes, transfers and assignments between colleagues', () => {
    expect([opened, resolved].map((event) => isPublic(recorded(event)))).toEqual([true, true]);
    expect([note, transferred, assigned].map((event) => isPublic(recorded(event)))).toEqual([false, false, false]);
  });

  it('tells a customer the words and nothing that was decided about them', () => {
    expect(forCustomer(item(opened)).data).toEqual({ subject: 'No signal', description: 'Since this morning' });
    expect(forCustomer(item(resolved)).data).toEqual({ resolution: 'New SIM' });
  });
});
