import fc from 'fast-check';
import type { Pool } from 'pg';
import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { dependentOnOrder, drift } from './testing/pure-rows.js';
import { CHECKPOINT_FIRST, dyingAtCommit, sabotaged, UNFENCED, UNWARNED, type Sabotage } from './testing/sabotage.js';
import { caseDetails, customerCases, poison, type CustomerCases } from './testing/sample-cases.js';
import type { AnyView, View } from './view.js';

const views: readonly AnyView[] = [caseDetails, customerCases];

describe('What compares views with their log', () => {
  let lab: Laboratory;
  beforeEach(async () => {
    lab = await laboratory();
  });
  afterEach(async () => {
    poison.clear();
    await lab.close();
  });

  const open = (n: number) => lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseOpened.v1', { customerId: `c${n % 5}`, subject: `건 ${n}` }));
  const found = async () => (await Promise.all(views.map((view) => drift(lab, view)))).flat();

  /** A runner that dies again and again between its rows and their commit. */
  const dies = async (pool: Pool) => {
    const runner = lab.runner({ pool: sabotaged(pool, dyingAtCommit(10)) });
    await runner.start();
    for (let n = 0; n < 60; n += 1) {
      await open(n);
      await runner.waitFor(await lab.store.head(), 40);
    }
    await lab.caughtUp(runner);
    return found();
  };

  /** A runner that falls asleep with a page in its hand, and wakes when another has got past it. */
  const overtaken = async (pool: Pool) => {
    const { promise: waking, resolve: wake } = Promise.withResolvers<void>();
    const { promise: asleep, resolve: fallAsleep } = Promise.withResolvers<void>();
    const sleepy: Sabotage = {
      before(statement) {
        if (!statement.startsWith('BEGIN')) return;
        fallAsleep();
        return waking;
      },
    };
    const slow = lab.runner({ pool: sabotaged(pool, sleepy), views: [customerCases] });
    await slow.start();
    for (let n = 0; n < 10; n += 1) await open(n);
    await asleep;
    const quick = lab.runner();
    await quick.start();
    for (let n = 0; n < 10; n += 1) await open(n);
    await lab.caughtUp(quick);
    wake();
    await lab.caughtUp(slow);
    await slow.stop();
    await quick.stop();
    return found();
  };

  /** A runner that catches up, with rows in memory, while a stream is folded again into the rows that it has written. */
  const changedMeanwhile = async (pool: Pool) => {
    const opened = (subject: string) => newEvent('cases.CaseOpened.v1', { customerId: 'c0', subject });
    const bad = `case-${uuid()}`;
    poison.add('bad');
    await lab.append('demo', bad, opened('bad'));
    for (let n = 0; n < 120; n += 1) await lab.append('demo', `case-${uuid()}`, ...Array.from({ length: 100 }, () => opened('good')));
    const { promise: waking, resolve: wake } = Promise.withResolvers<void>();
    const { promise: halfWay, resolve: getHalfWay } = Promise.withResolvers<void>();
    let begun = 0;
    const resting: Sabotage = {
      before(statement) {
        if (!statement.startsWith('BEGIN') || (begun += 1) !== 2) return;
        getHalfWay();
        return waking;
      },
    };
    const runner = lab.runner({ pool: sabotaged(pool, resting), views: [customerCases] });
    await runner.start();
    await halfWay;
    poison.clear();
    await lab.runner().redrive('customer-cases', 'demo', bad);
    wake();
    await lab.caughtUp(runner);
    return drift(lab, customerCases);
  };

  it('finds nothing when rows are changed of which a runner keeps some', async () => expect(await changedMeanwhile(lab.pool)).toEqual([]));

  it('finds the row that is written over when nobody tells it so', async () => expect(await changedMeanwhile(sabotaged(lab.pool, UNWARNED))).toEqual(['demo c0']));

  it('finds nothing when a runner dies between its rows and their commit', async () => expect(await dies(lab.pool)).toEqual([]));

  it('finds the rows that are lost when it had written its checkpoint before them', async () => expect(await dies(sabotaged(lab.pool, CHECKPOINT_FIRST))).not.toEqual([]));

  it('finds nothing when a runner goes on that was overtaken in its sleep', async () => expect(await overtaken(lab.pool)).toEqual([]));

  it('finds what is counted twice when nothing keeps it from going on where it was', async () =>
    expect(await overtaken(sabotaged(lab.pool, UNFENCED))).toEqual(['demo c0', 'demo c1', 'demo c2', 'demo c3', 'demo c4']));

  describe('in another order of streams', () => {
    const history = async () => {
      for (let n = 0; n < 12; n += 1) {
        const stream = `case-${uuid()}`;
        await lab.append('demo', stream, newEvent('cases.CaseOpened.v1', { customerId: `c${n % 3}`, subject: `건 ${n}` }));
        await lab.append('demo', stream, newEvent('cases.NoteAdded.v1', { text: 'x' }), newEvent(n % 2 ? 'cases.CaseResolved.v1' : 'cases.CaseWithdrawn.v1', {}));
      }
      return (await lab.store.readAll(0, { everyTenant: true })).events;
    };
    const seeds = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 60, maxLength: 60 });
    const chanceOf = (numbers: readonly number[]) => {
      let next = 0;
      return () => (numbers[next++ % numbers.length] as number) / 1000;
    };

    it('finds nothing in views of one stream, nor in those that count', async () => {
      const events = await history();
      fc.assert(fc.property(seeds, (numbers) => views.every((view) => dependentOnOrder(view, events, chanceOf(numbers)).length === 0)));
    });

    it('finds the fold that depends on it', async () => {
      const events = await history();
      const lastWins: View<CustomerCases, never> = {
        ...(customerCases as unknown as View<CustomerCases, never>),
        name: 'number-of-the-last-case',
        fold: (_, { tenant, data, position }: { tenant: string; data: { customerId: string }; position: number }) => ({ tenant, customerId: data.customerId, opened: position }),
      };
      const sound = fc.property(seeds, (numbers) => dependentOnOrder(lastWins, events, chanceOf(numbers)).length === 0);
      expect(fc.check(sound).failed).toBe(true);
    });
  });
});
