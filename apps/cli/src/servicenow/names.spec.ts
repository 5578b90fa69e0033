import type { Act, CaseCommand } from './acts.js';
import { addressed } from './addressed.js';
import { namesIn } from './names.js';

const command = (act: Act): CaseCommand => ({ ...act, case: '1', commandId: `servicenow:1:1:${act.type}`, at: '2016-02-29T01:16:00.000Z', actor: '8', row: 2 });
const opened = command({
  type: 'OpenCase',
  data: { externalId: '1', customer: '2403', channel: 'phone', impact: 2, urgency: 2, category: '55', subcategory: null, attributes: {}, group: '56' },
});
const toNobody = command({ type: 'TransferCase', data: { group: null } });
const assigned = command({ type: 'AssignCase', data: { assignee: '89' } });
const ids = { customers: new Map([['2403', 'c-1']]), staff: new Map([['89', 's-1']]), queues: new Map([['Group 56', 'q-1']]) };

describe('The people and queues that commands name', () => {
  it('are each named once, a group as its queue, an unknown one not at all', () =>
    expect(namesIn([opened, opened, toNobody, assigned])).toEqual({ customers: ['2403'], staff: ['89'], queues: ['Group 56'] }));

  it('go to the platform by their ids', () => {
    expect(addressed(opened, ids).data).toEqual({
      externalId: '1',
      customerId: 'c-1',
      channel: 'phone',
      impact: 2,
      urgency: 2,
      category: '55',
      subcategory: null,
      attributes: {},
      queueId: 'q-1',
    });
    expect(addressed(toNobody, ids).data).toEqual({ queueId: null });
    expect(addressed(assigned, ids).data).toEqual({ assigneeId: 's-1' });
  });

  it('are told apart where a customer and a staff member have the same id in the log', () => {
    const same = { customers: new Map([['7', 'c-7']]), staff: new Map([['7', 's-7']]), queues: new Map() };
    expect(addressed(command({ type: 'ChangeCaseCustomer', data: { customer: '7' } }), same).data).toEqual({ customerId: 'c-7' });
    expect(addressed(command({ type: 'AssignCase', data: { assignee: '7' } }), same).data).toEqual({ assigneeId: 's-7' });
  });
});
