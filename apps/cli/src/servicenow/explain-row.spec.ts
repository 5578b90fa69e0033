import { exampleRow } from './example-row.js';
import { explainRow } from './explain-row.js';
import type { Row } from './row.js';

/** The acts of the last of some rows of one incident, without who and when. */
const actsOfLast = (...rows: readonly Partial<Row>[]) => {
  let known;
  let acts: readonly object[] = [];
  for (const row of rows) {
    const explained = explainRow(exampleRow(row), known);
    ({ known } = explained);
    acts = explained.acts.map(({ type, data }) => ({ type, data }));
  }
  return acts;
};

describe('The first row of an incident', () => {
  it('opens the case when it was opened, by who opened it, with all that the row knows', () =>
    expect(explainRow(exampleRow(), undefined).acts).toEqual([
      {
        type: 'OpenCase',
        at: '2016-02-29T01:16:00.000Z',
        actor: '8',
        data: {
          externalId: '0000045',
          customer: '2403',
          channel: 'phone',
          impact: 2,
          urgency: 2,
          category: '55',
          subcategory: '170',
          attributes: { location: '143' },
          group: '56',
        },
      },
    ]));

  it('assigns and takes up the case when it was updated, by who updated it', () =>
    expect(explainRow(exampleRow({ assignee: '89', situation: 'in-progress' }), undefined).acts.slice(1)).toEqual([
      { type: 'AssignCase', at: '2016-02-29T01:23:00.000Z', actor: '21', data: { assignee: '89' } },
      { type: 'StartWork', at: '2016-02-29T01:23:00.000Z', actor: '21', data: {} },
    ]));

  it('resolves nothing early: only its own state counts', () =>
    expect(actsOfLast({ situation: 'on-hold: customer' }).slice(1)).toEqual([{ type: 'HoldCase', data: { reason: 'customer' } }]));

  it('was opened by somebody unknown where the log does not say who', () =>
    expect(explainRow(exampleRow({ openedBy: null }), undefined).acts[0]).toMatchObject({ actor: 'unknown' }));

  it('opens the case with the least impact and urgency where the log says none', () =>
    expect(actsOfLast({ impact: null, urgency: null })).toMatchObject([{ data: { impact: 3, urgency: 3 } }]));

  it('never acts before the case was opened, whatever its time says', () =>
    expect(explainRow(exampleRow({ updatedAt: '2016-02-28T00:00:00.000Z', assignee: '89' }), undefined).acts[1]).toMatchObject({
      at: '2016-02-29T01:16:00.000Z',
    }));
});

describe('A further row of an incident', () => {
  it('that says nothing new is no act', () => expect(actsOfLast({}, { updatedAt: '2016-02-29T09:00:00.000Z', updatedBy: '804' })).toEqual([]));

  it('never acts before the row above it', () => {
    const { known } = explainRow(exampleRow({ updatedAt: '2016-02-29T11:10:00.000Z' }), undefined);
    expect(explainRow(exampleRow({ updatedAt: '2016-02-29T09:52:00.000Z', group: '24' }), known).acts).toMatchObject([{ at: '2016-02-29T11:10:00.000Z' }]);
  });

  it('transfers the case to another group', () => expect(actsOfLast({}, { group: '24' })).toEqual([{ type: 'TransferCase', data: { group: '24' } }]));

  it('transfers the case to a group that the log does not name', () =>
    expect(actsOfLast({}, { group: null })).toEqual([{ type: 'TransferCase', data: { group: null } }]));

  it('transfers the case back from such a group', () =>
    expect(actsOfLast({}, { group: null }, { group: '56' })).toEqual([{ type: 'TransferCase', data: { group: '56' } }]));

  it('assigns the case to somebody else', () =>
    expect(actsOfLast({ assignee: '89' }, { assignee: '31' })).toEqual([{ type: 'AssignCase', data: { assignee: '31' } }]));

  it('takes the case from somebody when it does not know the assignee any more', () =>
    expect(actsOfLast({ assignee: '89' }, { assignee: null })).toEqual([{ type: 'UnassignCase', data: {} }]));

  it('keeps a case unassigned that was so', () => expect(actsOfLast({ assignee: null }, { assignee: null })).toEqual([]));

  it('prioritises by both impact and urgency when one has changed', () =>
    expect(actsOfLast({}, { impact: 1 })).toEqual([{ type: 'PrioritiseCase', data: { impact: 1, urgency: 2 } }]));

  it('categorises with the category known so far when only the subcategory has changed', () =>
    expect(actsOfLast({}, { category: null, subcategory: '97' })).toEqual([{ type: 'CategoriseCase', data: { category: '55', subcategory: '97' } }]));

  it('changes the customer', () => expect(actsOfLast({}, { caller: '1' })).toEqual([{ type: 'ChangeCaseCustomer', data: { customer: '1' } }]));

  it('sets only the attributes that have changed', () =>
    expect(actsOfLast({}, { attributes: { location: '143', madeSla: false } })).toEqual([{ type: 'SetCaseAttributes', data: { attributes: { madeSla: false } } }]));

  it('clears nothing that it does not know', () =>
    expect(actsOfLast({}, { caller: null, category: null, subcategory: null, impact: null, urgency: null, attributes: {} })).toEqual([]));

  it('finds again what an unknown in between had not cleared', () =>
    expect(actsOfLast({}, { category: null, attributes: {} }, { category: '55', attributes: { location: '143' } })).toEqual([]));

  it('reopens a case first and resolves or closes it last', () => {
    const types = (...rows: readonly Partial<Row>[]) => actsOfLast(...rows).map((act) => (act as { type: string }).type);
    expect(types({ situation: 'resolved' }, { situation: 'on-hold: customer', group: '24' })).toEqual(['ReopenCase', 'TransferCase', 'HoldCase']);
    expect(types({ situation: 'resolved' }, { situation: 'closed', group: '24' })).toEqual(['TransferCase', 'CloseCase']);
    expect(types({}, { situation: 'closed', group: '24' })).toEqual(['TransferCase', 'ResolveCase', 'CloseCase']);
  });
});
