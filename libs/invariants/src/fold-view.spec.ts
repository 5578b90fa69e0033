import type { StoredEvent } from '@onmaru/event-sourcing';
import { eventAt } from './testing/sample-events.js';
import type { Row } from './erasure-book.js';
import { viewFold, type FoldableView } from './fold-view.js';

const view: FoldableView = {
  name: 'words',
  of: { events: { context: 'cases', types: { CaseOpened: { version: 1 }, CaseChanged: { version: 1 }, CaseDropped: { version: 1 } } } },
  personal: { subject: 'customerId', columns: ['subject'] },
  key: ({ type, stream }) => (type === 'CaseChanged' && stream === 'case-nobody' ? null : stream),
  fold(row, { type, tenant, stream, data }) {
    if (type === 'CaseDropped') return null;
    if ('poison' in data) throw new Error('no');
    return { ...(row ?? { tenant, stream, customerId: null, subject: null }), ...data };
  },
};

const opened = (customerId: string | null, subject: string | null, more: Partial<StoredEvent> = {}) => ({ type: 'cases.CaseOpened.v1', data: { customerId, subject }, ...more });
const changed = (data: object, more: Partial<StoredEvent> = {}) => ({ type: 'cases.CaseChanged.v1', data, ...more });
const erased = (who: string, tenant = 'demo') => ({ type: 'identity.CustomerErased.v1', stream: `customer-${who}`, tenant });
const erasedSubject = ({ type, stream }: StoredEvent) => (type === 'identity.CustomerErased.v1' ? stream.slice('customer-'.length) : null);

const folded = (events: readonly Partial<StoredEvent>[], parked: Parameters<typeof viewFold>[2] = []) => {
  const fold = viewFold(view, erasedSubject, parked);
  events.forEach((event, n) => fold.take(eventAt(n + 1, event)));
  return fold.end();
};
const row = (more: Row) => ({ tenant: 'demo', stream: 'case-1', customerId: 'ada', subject: 'hello', ...more });

describe('Folding a view for proof', () => {
  it('makes the rows that the view’s own rules make, and leaves other contexts out', () => {
    const events = [opened('ada', 'hello'), changed({ state: 'held' }), { type: 'routing.QueueOpened.v1', stream: 'queue-1' }, changed({}, { stream: 'case-nobody' })];
    expect(folded(events)).toEqual({ rows: [row({ state: 'held' })], breaches: [] });
  });

  it('lets go of rows that are deleted, and begins anew after them', () => {
    expect(folded([opened('ada', 'hello'), { type: 'cases.CaseDropped.v1' }]).rows).toEqual([]);
    expect(folded([opened('ada', 'a', {}), { type: 'cases.CaseDropped.v1' }, opened('bo', 'b')]).rows).toEqual([row({ customerId: 'bo', subject: 'b' })]);
  });

  it('withholds what is personal of an erased person, in that tenant alone', () => {
    const events = [opened('ada', 'hello'), opened('bo', 'hi', { stream: 'case-2' }), opened('ada', 'hey', { tenant: 'other' }), erased('ada')];
    expect(folded(events).rows).toEqual([
      row({ subject: null }),
      row({ stream: 'case-2', customerId: 'bo', subject: 'hi' }),
      row({ tenant: 'other', subject: 'hey' }),
    ]);
  });

  it('goes by whose the words were at the moment of the erasure', () => {
    expect(folded([opened('ada', 'hello'), erased('ada'), changed({ customerId: 'bo' })]).rows).toEqual([row({ customerId: 'bo', subject: null })]);
    expect(folded([opened('bo', 'hello'), changed({}), erased('ada'), changed({ customerId: 'ada' })]).rows).toEqual([row({})]);
  });

  it('reports a parked stream, and folds it as far as the view did', () => {
    const parked = { tenant: 'demo', stream: 'case-1', position: 2 };
    expect(folded([opened('ada', 'hello'), changed({ state: 'held' })], [parked])).toEqual({
      rows: [row({})],
      breaches: [{ what: 'stream-parked', view: 'words', ...parked }],
    });
  });

  it('reports a stream that cannot be folded, and goes on with the others', () => {
    const events = [opened('ada', 'hello'), changed({ poison: true }), changed({ state: 'held' }), opened('bo', 'hi', { stream: 'case-2' })];
    expect(folded(events)).toEqual({
      rows: [row({}), row({ stream: 'case-2', customerId: 'bo', subject: 'hi' })],
      breaches: [{ what: 'fold-fails', view: 'words', tenant: 'demo', stream: 'case-1', position: 2 }],
    });
  });

  it('takes no row of another tenant from a fold', () => {
    expect(folded([opened('ada', 'hello'), changed({ tenant: 'other' })]).breaches).toEqual([
      { what: 'fold-fails', view: 'words', tenant: 'demo', stream: 'case-1', position: 2 },
    ]);
  });
});
