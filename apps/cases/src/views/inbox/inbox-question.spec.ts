import { inboxQuestion } from './inbox-question.js';

const agent = { role: 'agent', actor: { id: 'jimin' } };
const customer = { role: 'customer', actor: { id: 'ada' } };

describe('What the inbox is asked', () => {
  it('is for fifty cases unless it says otherwise', () => {
    expect(inboxQuestion({}, agent)).toEqual({ limit: 50 });
    expect(inboxQuestion({ limit: 7 }, agent)).toEqual({ limit: 7 });
  });

  it('may name several states and priorities', () =>
    expect(inboxQuestion({ state: 'new,on-hold', priority: '1,2' }, agent)).toEqual({ states: ['new', 'on-hold'], priorities: [1, 2], limit: 50 }));

  it.each([
    ['me', 'jimin'],
    ['none', null],
    ['doyun', 'doyun'],
  ])('knows whose cases are meant by %s', (assignee, assigneeId) => expect(inboxQuestion({ assignee }, agent)).toEqual({ assigneeId, limit: 50 }));

  it('is for a customer’s own cases, whomever they name', () =>
    expect(inboxQuestion({ customerId: 'grace' }, customer)).toEqual({ customerId: 'ada', limit: 50 }));

  it('goes on after the last row of the page before', () =>
    expect(inboxQuestion({ cursor: '2026-03-01T09:00:00.000Z~1' }, agent)).toMatchObject({ after: { openedAt: '2026-03-01T09:00:00.000Z', id: '1' } }));

  it.each(['', 'nonsense', '2026-03-01T09:00:00.000Z', 'yesterday~1', '2026-03-01T09:00:00.000Z~1~2'])('cannot go on after "%s"', (cursor) =>
    expect(() => inboxQuestion({ cursor }, agent)).toThrow(expect.objectContaining({ name: 'RangeError' })));
});
