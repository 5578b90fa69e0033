import type { EventStore, Recorded } from '@onmaru/event-sourcing';
import { v7 as uuid } from 'uuid';
import { gatedStore, type Gate } from './testing/gated-store.js';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { customerCases, type CustomerCases, type SampleEvent } from './testing/sample-cases.js';
import type { AnyView } from './view.js';

/** What a customer's cases count for, in a fold that has come to make other rows. */
const counting = (each: number, generation?: number): AnyView => ({
  ...customerCases,
  ...(generation !== undefined && { generation }),
  fold(row: CustomerCases | null, event: Recorded<SampleEvent>) {
    const after = customerCases.fold(row, event);
    return after && after !== row ? { ...after, opened: (row?.opened ?? 0) + each } : after;
  },
});

describe('A view whose fold has come to make other rows', () => {
  const gate: Gate = { closed: null, pages: 0 };
  let lab: Laboratory;
  beforeEach(async () => {
    lab = await laboratory((store: EventStore) => gatedStore(store, gate));
    for (let n = 0; n < 60; n += 1) await open();
  });
  afterEach(() => lab.close());

  const open = () => lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseOpened.v1', { customerId: 'ada', subject: 'x' }));
  const opened = async () => (await lab.rows('SELECT opened FROM cases.customer_cases_1')).map((row) => row['opened']);
  const program = (view: AnyView) => lab.runner({ views: [view], pace: { rows: 1, events: 5, ms: 60_000 } });
  /** Folds everything with a program, which goes on running. */
  const running = async (view: AnyView) => {
    const runner = program(view);
    await runner.start();
    await lab.caughtUp(runner);
    return runner;
  };
  const settled = async (runner: ReturnType<typeof program>) => {
    while ((await runner.rebuilds.list()).some(({ state }) => state === 'running')) await new Promise((later) => setTimeout(later, 5));
    await lab.caughtUp(runner);
  };

  it('is folded anew by itself, in its new generation, and not into the rows that an older one has made', async () => {
    await (await running(counting(1))).stop();
    expect(await opened()).toEqual([60]);
    const newer = program(counting(10, 2));
    await open();
    await newer.start();
    await settled(newer);
    expect(await opened()).toEqual([610]);
    expect(newer.status()).toEqual([{ view: 'customer-cases', position: 61 }]);
  });

  it('is folded by the program of the newer generation alone from then on; the older one sees how far that gets, and can change nothing', async () => {
    const older = await running(counting(1));
    const newer = program(counting(10, 2));
    await newer.start();
    await settled(newer);
    for (let n = 0; n < 5; n += 1) await open();
    await Promise.all([lab.caughtUp(older), lab.caughtUp(newer)]);
    expect(await opened()).toEqual([650]);
    expect(older.status()).toEqual([{ view: 'customer-cases', position: 65, failing: 'a newer program folds it, in generation 2' }]);
    expect(await lab.rebuilt(older)).toMatchObject([{ state: 'failed', reason: 'the rows of the view customer-cases are of generation 2; this program folds 1' }]);
    await expect(older.redrive('customer-cases', 'demo', 'case-1')).rejects.toThrow('of generation 2');
    expect(await opened()).toEqual([650]);
  });

  it('is not folded by the newer program before that has rows of its own', async () => {
    const older = await running(counting(1));
    const { promise, resolve } = Promise.withResolvers<void>();
    gate.closed = promise;
    const newer = program(counting(10, 2));
    await newer.start();
    await new Promise((later) => setTimeout(later, 150));
    expect(newer.status()).toEqual([{ view: 'customer-cases', position: 60, failing: 'its rows are of generation 1 until those of generation 2 are folded' }]);
    await open();
    await lab.caughtUp(older);
    expect(await opened()).toEqual([61]);
    gate.closed = null;
    resolve();
  });

  /** Pauses the rebuild of one program half-way, and lets another go on. */
  const goneOnBy = async (other: AnyView): Promise<readonly unknown[]> => {
    const older = await running(counting(1));
    gate.pages = 0;
    const { ended } = await older.rebuilds.start();
    while (gate.pages < 5) await new Promise((later) => setTimeout(later, 1));
    await older.rebuilds.pause('customer-cases');
    await ended;
    const [{ position = 0 } = {}] = await older.rebuilds.list();
    expect(position).toBeGreaterThan(0);
    expect(position).toBeLessThan(60);
    await older.stop();
    expect(await lab.rebuilt(program(other))).toMatchObject([{ state: 'done' }]);
    return opened();
  };

  it('does not go on from what an earlier generation has folded', async () => expect(await goneOnBy(counting(10, 2))).toEqual([600]));

  it('would go on from it, and mix both, if it kept its generation', async () => {
    const [mixed] = await goneOnBy(counting(10));
    expect(mixed).toBeGreaterThan(60);
    expect(mixed).toBeLessThan(600);
  });
});
