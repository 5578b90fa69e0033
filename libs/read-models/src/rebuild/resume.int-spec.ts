import { v7 as uuid } from 'uuid';
import type { ViewRunner } from '../runner.js';
import { gatedStore, type Gate } from '../testing/gated-store.js';
import { DIE, watchedPool, type Look } from '../testing/watched-pool.js';
import { laboratory, newEvent, type Laboratory } from '../testing/laboratory.js';

const PACE = { rows: 7, events: 15, ms: 60_000 };
const NOTHING = 'nothing is planted';
const WHOLE = 'SELECT * FROM cases.case_details_1 ORDER BY case_id';
const COUNTS = 'SELECT * FROM cases.customer_cases_1 ORDER BY customer_id';

describe('A rebuild that does not come to its end', () => {
  let lab: Laboratory;
  let runner: ViewRunner;
  let wanted: readonly unknown[];
  const gate: Gate = { closed: null, pages: 0 };

  const rows = async () => [await lab.rows(WHOLE), await lab.rows(COUNTS)];
  const leftOver = () => lab.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'cases' AND tablename ~ '_(rebuild|replaced)$' AND tablename <> 'view_rebuild'");
  const standing = async (view = 'case-details') => (await runner.rebuilds.list()).find((one) => one.view === view);
  /** Rebuilds everything, once whoever died has let go. */
  const afterAll = async (other: ViewRunner) => {
    for (;;) {
      const { begun, ended } = await other.rebuilds.start();
      await ended;
      if (begun.length === 2) return other.rebuilds.list();
    }
  };
  /** Closes the gate once `pages` more pages were read. */
  const closeAfter = async (pages: number, gated = gate) => {
    while (gated.pages < pages) await new Promise((later) => setTimeout(later, 1));
    const { promise, resolve } = Promise.withResolvers<void>();
    gated.closed = promise;
    return () => {
      gated.closed = null;
      resolve();
    };
  };

  beforeEach(async () => {
    lab = await laboratory((store) => gatedStore(store, gate));
    const streams = Array.from({ length: 20 }, () => `case-${uuid()}`);
    for (const [n, stream] of streams.entries()) await lab.append('demo', stream, newEvent('cases.CaseOpened.v1', { customerId: `c${n % 5}`, subject: `환불 ${n}\t\\` }));
    for (let round = 0; round < 2; round += 1) for (const stream of streams) await lab.append('demo', stream, newEvent('cases.NoteAdded.v1', { text: 'x' }));
    await lab.append('demo', 'customer-c3', newEvent('identity.CustomerErased.v1', {}));
    await lab.append('demo', streams[0]!, newEvent('cases.CaseWithdrawn.v1', {}));
    runner = lab.runner({ pace: PACE });
    await runner.start();
    await lab.caughtUp(runner);
    wanted = await rows();
    Object.assign(gate, { closed: null, pages: 0 });
  });
  afterEach(async () => {
    gate.closed = null;
    await lab.close();
  });

  it('is paused when somebody asks for it, and goes on from there to the same rows', async () => {
    const { ended } = await runner.rebuilds.start();
    const open = await closeAfter(6);
    const pausing = runner.rebuilds.pause('case-details');
    open();
    await pausing;
    const paused = await standing();
    expect(paused).toMatchObject({ state: 'paused', position: expect.any(Number) as number, head: 62 });
    expect(paused?.position).toBeGreaterThan(0);
    expect(paused?.position).toBeLessThan(62);
    await ended;
    expect(await standing('customer-cases')).toMatchObject({ state: 'done', equal: true });
    gate.pages = 0;
    expect(await lab.rebuilt(runner, { views: ['case-details'] })).toMatchObject([{ state: 'done', equal: true, position: 62, startedAt: paused?.startedAt }]);
    expect(gate.pages).toBeLessThan(12);
    expect(await rows()).toEqual(wanted);
    expect(await leftOver()).toEqual([]);
  });

  it('is paused when its program stops', async () => {
    await runner.rebuilds.start();
    const open = await closeAfter(6);
    const stopping = runner.stop();
    open();
    await stopping;
    expect(await lab.runner().rebuilds.list()).toMatchObject([{ state: 'paused' }, { state: 'paused' }]);
  });

  it('shows as paused where the database cut every connection, and goes on', async () => {
    const { ended } = await runner.rebuilds.start();
    const open = await closeAfter(8);
    await lab.cut();
    open();
    await ended;
    const cut = await standing();
    expect(cut).toMatchObject({ state: 'paused' });
    expect(cut?.position).toBeGreaterThan(0);
    expect(await lab.rebuilt(runner)).toMatchObject([{ state: 'done', equal: true, startedAt: cut?.startedAt }, { state: 'done', equal: true }]);
    expect(await rows()).toEqual(wanted);
  });

  it('leaves nothing when it is cancelled', async () => {
    const { ended } = await runner.rebuilds.start({ views: ['case-details'] });
    const open = await closeAfter(6);
    const cancelling = runner.rebuilds.cancel('case-details');
    open();
    await Promise.all([cancelling, ended]);
    expect(await runner.rebuilds.list()).toEqual([]);
    expect(await leftOver()).toEqual([]);
    expect(await rows()).toEqual(wanted);
  });

  it('is paused and cancelled by another program, too', async () => {
    const elsewhere = lab.runner();
    const { ended } = await runner.rebuilds.start();
    const open = await closeAfter(6);
    expect(await elsewhere.rebuilds.list()).toMatchObject([{ state: 'running' }, { state: 'running' }]);
    await elsewhere.rebuilds.pause('customer-cases');
    const cancelling = elsewhere.rebuilds.cancel('case-details');
    open();
    await Promise.all([cancelling, ended]);
    expect(await runner.rebuilds.list()).toMatchObject([{ view: 'customer-cases', state: 'paused' }]);
    expect(await lab.rebuilt(runner)).toMatchObject([{ equal: true }, { equal: true }]);
    expect(await rows()).toEqual(wanted);
  });

  it('begins anew where its table has another shape than when it was begun', async () => {
    const { ended } = await runner.rebuilds.start({ views: ['case-details'] });
    const open = await closeAfter(6);
    const pausing = runner.rebuilds.pause('case-details');
    open();
    await Promise.all([pausing, ended]);
    await lab.pool.query("ALTER TABLE cases.case_details_1 ADD COLUMN shade text NOT NULL DEFAULT 'grey'");
    gate.pages = 0;
    expect(await lab.rebuilt(runner, { views: ['case-details'] })).toMatchObject([{ state: 'done', equal: true }]);
    expect(gate.pages).toBeGreaterThanOrEqual(13);
    expect(await lab.rows('SELECT DISTINCT shade FROM cases.case_details_1')).toEqual([{ shade: 'grey' }]);
  });

  const planted: Readonly<Record<string, (look: Look) => Look>> = {
    [NOTHING]: (look) => look,
    'its position is committed before its rows': (look) => (text, values, real) => {
      if (text.includes('view_rebuild SET position')) return lab.pool.query(text, values);
      return look(text, values, real);
    },
  };

  it.each(Object.keys(planted))('loses and doubles nothing, whichever statement it dies before, while %s', async (fault) => {
    const wrong: string[] = [];
    let total = Infinity;
    for (let dies = 1; dies <= total; dies += 2) {
      let statements = 0;
      const look: Look = () => ((statements += 1) === dies ? DIE : undefined);
      const dying = lab.runner({ pace: PACE, pool: watchedPool(lab.pool, (planted[fault] as (look: Look) => Look)(look)) });
      const trying = await dying.rebuilds.start().catch((error: Error) => error);
      if (!(trying instanceof Error)) await trying.ended;
      if (statements < dies) total = statements;
      const after = await afterAll(lab.runner({ pace: PACE }));
      if (JSON.stringify(await rows()) === JSON.stringify(wanted) && after.every(({ state }) => state === 'done') && (await leftOver()).length === 0) continue;
      wrong.push(`before statement ${dies}: ${JSON.stringify(after)}`);
      if (fault !== NOTHING) break;
    }
    if (fault !== NOTHING) return expect(wrong).toHaveLength(1);
    expect(wrong).toEqual([]);
    expect(total).toBeGreaterThan(40);
  });

  it.each([
    ['is refused its next step', false],
    ['would spoil the rows if it were not refused', true],
  ])('%s when it was taken over and does not know it', async (_, unfenced) => {
    let itsOwn = null as { query(text: string): Promise<unknown> } | null;
    const look: Look = (text, __, real) => {
      itsOwn = real;
      return unfenced && text.includes('view_rebuild SET position') ? text.replace(/AND attempt = .*$/s, 'AND $2::int > 0 AND $3::bigint >= 0') : undefined;
    };
    const writer = lab.runner({ pace: PACE, pool: watchedPool(lab.pool, look) });
    const { ended } = await writer.rebuilds.start();
    const open = await closeAfter(7);
    // Its connection lives, and its locks are lost.
    await itsOwn!.query('SELECT pg_advisory_unlock_all()');
    const another: Gate = { closed: null, pages: 0 };
    const second = await lab.runner({ pace: PACE, store: gatedStore(lab.log, another) }).rebuilds.start();
    expect(second.begun).toHaveLength(2);
    const goOn = await closeAfter(5, another);
    open();
    await ended;
    goOn();
    await Promise.all([ended, second.ended]);
    if (unfenced) expect(await rows()).not.toEqual(wanted);
    else {
      expect(await runner.rebuilds.list()).toMatchObject([{ state: 'done', equal: true }, { state: 'done', equal: true }]);
      expect(await rows()).toEqual(wanted);
    }
  });
});
