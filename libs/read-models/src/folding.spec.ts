import type { StoredEvent } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import { folding } from './folding.js';
import { reading } from './reading.js';
import type { RowKey, RowStore } from './row-store.js';
import type { AnyView } from './view.js';
import { newEvent } from './testing/laboratory.js';
import { caseDetails } from './testing/sample-cases.js';

const nobody = {} as PoolClient;
const table = { schema: 'cases', name: 'case_details_1', columns: [], key: [{ property: 'caseId', name: 'case_id', type: 'text', nullable: false }] };
const bound = (store: RowStore) => ({ view: caseDetails as AnyView, table, rows: store, read: reading(caseDetails.of.events) });
const keyed = ({ tenant, key: parts }: RowKey): string => [tenant, ...parts].join('/');

/** Rows in memory that keep what is written, and count the statements that a table would have run. */
const memory = () => {
  const rows = new Map<string, object>();
  const statements: string[] = [];
  const store: RowStore = {
    load(_, keys) {
      statements.push(`load ${keys.length}`);
      return Promise.resolve(keys.map((at) => rows.get(keyed(at)) ?? null));
    },
    write(_, { erased, changes }) {
      for (const { tenant, subject } of erased) {
        statements.push(`erase ${subject}`);
        for (const [name, row] of rows) {
          if (name.startsWith(`${tenant}/`) && 'customerId' in row && row.customerId === subject) rows.set(name, { ...row, subject: null });
        }
      }
      if (changes.length > 0) statements.push(`write ${changes.length}`);
      for (const { row, ...at } of changes) {
        if (row) rows.set(keyed(at), row);
        else rows.delete(keyed(at));
      }
      return Promise.resolve();
    },
  };
  return { rows, statements, store };
};

let position = 0;
const revisions = new Map<string, number>();
const stored = (stream: string, type: string, data: object, tenant = 'demo'): StoredEvent => {
  position += 1;
  const revision = (revisions.get(`${tenant}/${stream}`) ?? 0) + 1;
  revisions.set(`${tenant}/${stream}`, revision);
  return { ...newEvent(type, data), tenant, stream, revision, position, recordedAt: '2026-03-01T09:00:00.000Z' };
};
const opened = (id: string, customerId = 'ada', tenant = 'demo') => stored(`case-${id}`, 'cases.CaseOpened.v1', { customerId, subject: `of ${customerId}` }, tenant);
const note = (id: string) => stored(`case-${id}`, 'cases.NoteAdded.v1', { text: 'x' });
const withdrawn = (id: string) => stored(`case-${id}`, 'cases.CaseWithdrawn.v1', {});
const erased = (customer: string) => stored(`customer-${customer}`, 'identity.CustomerErased.v1', { reason: 'asked for' });

describe('Folding a page into rows', () => {
  beforeEach(() => revisions.clear());

  it('takes one look and one write, however many events it folds', async () => {
    const { rows, statements, store } = memory();
    const page = folding(bound(store), { parked: [] });
    await page.take(nobody, [opened('1'), note('1'), opened('2'), note('1'), note('2')]);
    await store.write(nobody, page.drain());
    expect(statements).toEqual(['load 2', 'write 2']);
    expect(rows.get('demo/1')).toMatchObject({ notes: 2 });
  });

  it('writes nothing for rows that did not change', async () => {
    const { statements, store } = memory();
    const page = folding(bound(store), { parked: [] });
    await page.take(nobody, [note('1'), withdrawn('2')]);
    await store.write(nobody, page.drain());
    expect(statements).toEqual(['load 2']);
  });

  it('removes a row, also one that came and went within the page', async () => {
    const { rows, store } = memory();
    const page = folding(bound(store), { parked: [] });
    await page.take(nobody, [opened('1'), opened('2'), withdrawn('2')]);
    await store.write(nobody, page.drain());
    await page.take(nobody, [withdrawn('1')]);
    await store.write(nobody, page.drain());
    expect([...rows.keys()]).toEqual([]);
  });

  it('withholds the text of somebody erased in the midst of a page, of that person and tenant alone', async () => {
    const { rows, statements, store } = memory();
    const page = folding(bound(store), { parked: [] });
    await page.take(nobody, [opened('1'), opened('2', 'bob'), opened('3', 'ada', 'other'), erased('ada'), opened('4'), note('1')]);
    await store.write(nobody, page.drain());
    expect(statements).toEqual(['load 4', 'erase ada', 'write 4']);
    expect(rows.get('demo/1')).toMatchObject({ subject: null, notes: 1 });
    expect(rows.get('demo/2')).toMatchObject({ subject: 'of bob' });
    expect(rows.get('other/3')).toMatchObject({ subject: 'of ada' });
    expect(rows.get('demo/4')).toMatchObject({ subject: 'of ada' });
  });

  it('erases somebody from rows, too, that are looked at before the erasure is written', async () => {
    const { rows, store } = memory();
    const page = folding(bound(store), { parked: [] });
    await page.take(nobody, [opened('1'), opened('2')]);
    await store.write(nobody, page.drain());
    page.shed();
    await page.take(nobody, [erased('ada')]);
    await page.take(nobody, [note('1')]);
    await store.write(nobody, page.drain());
    expect(rows.get('demo/1')).toMatchObject({ subject: null, notes: 1 });
    expect(rows.get('demo/2')).toMatchObject({ subject: null });
  });

  it('does not look for the row of a stream that begins', async () => {
    const { statements, store } = memory();
    const page = folding({ ...bound(store), view: { ...(caseDetails as AnyView), key: undefined } }, { parked: [] });
    await page.take(nobody, [opened('1'), note('1'), opened('2')]);
    await store.write(nobody, page.drain());
    expect(statements).toEqual(['write 2']);
  });

  it('skips streams that are parked', async () => {
    const { rows, store } = memory();
    const page = folding(bound(store), { parked: [{ tenant: 'demo', stream: 'case-1' }] });
    await page.take(nobody, [opened('1'), opened('2')]);
    await store.write(nobody, page.drain());
    expect([...rows.keys()]).toEqual(['demo/2']);
  });

  it('looks at a table only once it may hold something', async () => {
    const { statements, store } = memory();
    const page = folding(bound(store), { parked: [], empty: true });
    await page.take(nobody, [opened('1')]);
    await store.write(nobody, page.drain());
    page.shed();
    await page.take(nobody, [note('1')]);
    await store.write(nobody, page.drain());
    expect(statements).toEqual(['write 1', 'load 1', 'write 1']);
  });
});
