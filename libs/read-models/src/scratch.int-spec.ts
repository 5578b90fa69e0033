import type { EventStore, NewEvent } from '@onmaru/event-sourcing';
import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { systemClock } from '@onmaru/time/system-clock';
import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { caseDetails, customerCases, type CustomerCases, type SampleEvent } from './testing/sample-cases.js';
import type { AnyView, View } from './view.js';

type Line = { readonly tenant: string; readonly stream: string; readonly event: NewEvent };
const opened = (customerId: string, occurredAt = '2026-03-01T09:00:00.000Z', more: object = {}) => newEvent('cases.CaseOpened.v1', { customerId, subject: 'x', ...more }, occurredAt);
const note = (occurredAt = '2026-03-02T09:00:00.000Z') => newEvent('cases.NoteAdded.v1', { text: 'x' }, occurredAt);

const logOf = async (lines: readonly Line[]): Promise<EventStore> => {
  const store = inMemoryEventStore({ clock: systemClock });
  for (const { tenant, stream, event } of lines) await store.append({ tenant, stream, expected: 'any', events: [event] });
  return store;
};

describe('What a part of the log makes of the views', () => {
  let lab: Laboratory;
  const [one, two, three] = [`case-${uuid()}`, `case-${uuid()}`, `case-${uuid()}`] as const;
  const history: readonly Line[] = [
    { tenant: 'demo', stream: one, event: opened('ada') },
    { tenant: 'demo', stream: two, event: opened('ada', '2026-03-01T10:00:00.000Z', { attributes: { at: 2, shade: 'grey' } }) },
    { tenant: 'demo', stream: one, event: note() },
    { tenant: 'other', stream: three, event: opened('bob', '2026-03-03T09:00:00.000Z') },
    { tenant: 'demo', stream: two, event: note('2026-03-04T09:00:00.000Z') },
  ];
  beforeEach(async () => {
    lab = await laboratory();
  });
  afterEach(() => lab.close());

  const over = async (lines: readonly Line[], views: readonly AnyView[] = [caseDetails, customerCases]) =>
    lab.runner({ store: await logOf(lines), views });
  const rowsOf = async (part: object) => (await (await over(history)).scratch(part)).map(({ view, rows }) => `${view} ${rows}`);

  it('is all of it, where no part is named, and what a rebuild makes', async () => {
    const runner = await over(history);
    await runner.start();
    expect(await runner.waitFor(5, 5000)).toBe(true);
    const live = await lab.rebuilt(runner, { compareOnly: true });
    expect(live).toMatchObject([{ equal: true }, { equal: true }]);
    expect(await runner.scratch()).toEqual(live.map(({ view, rows, hash }) => ({ view, rows, hash, parked: 0 })));
  });

  it.each([
    [{ upTo: 1 }, ['case-details 1', 'customer-cases 1']],
    [{ from: 2 }, ['case-details 1', 'customer-cases 1']],
    [{ until: '2026-03-01T09:30:00.000Z' }, ['case-details 1', 'customer-cases 1']],
    [{ tenant: 'demo' }, ['case-details 2', 'customer-cases 1']],
    [{ types: ['cases.NoteAdded.v1'] }, ['case-details 0', 'customer-cases 0']],
    [{ views: ['customer-cases'] }, ['customer-cases 2']],
  ])('is what it says: %j', async (part, rows) => expect(await rowsOf(part)).toEqual(rows));

  it('touches neither the rows that serve nor what anybody else folds, and leaves nothing', async () => {
    const runner = await over(history);
    const [a, b] = await Promise.all([runner.scratch({ upTo: 2 }), runner.scratch()]);
    expect([a[0]?.rows, b[0]?.rows]).toEqual([2, 3]);
    expect(await lab.rows('SELECT * FROM cases.case_details_1')).toEqual([]);
    expect(await lab.rows("SELECT relname FROM pg_class WHERE relname ~ 'case_details' AND relpersistence = 't'")).toEqual([]);
  });

  it('says how many streams could not be folded', async () => {
    const refused = { tenant: 'demo', stream: `case-${uuid()}`, event: opened('eve', undefined, { urgency: 'high' }) };
    const [details] = await (await over([...history, refused])).scratch();
    expect(details).toMatchObject({ rows: 3, parked: 1 });
  });

  it('stops when nobody waits for it', async () => {
    await expect((await over(history)).scratch({ stop: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
  });

  describe('its hash', () => {
    const hashes = async (lines: readonly Line[]) => (await (await over(lines)).scratch()).map(({ hash }) => hash);
    const elsewhere = { tenant: 'demo', stream: 'queue-1', event: newEvent('routing.QueueOpened.v1', {}) };

    it('is the same wherever in a log the history stands', async () => {
      const shifted = history.map((line, n) => (n === 1 ? { ...line, event: { ...line.event, data: { ...line.event.data, attributes: { at: 3, shade: 'grey' } } } } : line));
      expect(await hashes([elsewhere, ...shifted])).toEqual(await hashes(history));
    });

    it('is another one where the history is', async () => {
      const [details, customers] = await hashes(history);
      const [others, sameCustomers] = await hashes(history.slice(0, 4));
      expect([others === details, sameCustomers === customers]).toEqual([false, true]);
    });

    it('tells a fold that depends on the order between streams from one that does not', async () => {
      const newest: View<CustomerCases, SampleEvent> = {
        ...customerCases,
        fold: (row, event) => (event.type === 'CaseOpened' ? { tenant: event.tenant, customerId: event.data.customerId, opened: event.occurredAt > '2026-03-01T09:30' ? 2 : 1 } : row),
      };
      const [first, second, ...rest] = history as readonly [Line, Line, ...Line[]];
      const interleaved = [second, first, ...rest];
      const both = async (views: readonly AnyView[]) =>
        Promise.all([history, interleaved].map(async (lines) => (await (await over(lines, views)).scratch()).map(({ hash }) => hash)));
      const [as, otherwise] = await both([caseDetails, customerCases]);
      expect(otherwise).toEqual(as);
      const [was, is] = await both([newest]);
      expect(is).not.toEqual(was);
    });
  });
});
