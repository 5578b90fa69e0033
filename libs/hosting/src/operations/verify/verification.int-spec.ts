import type { EventStore } from '@onmaru/event-sourcing';
import { Problem } from '@onmaru/service-kit';
import { samplePlatform, type SamplePlatform } from '../sample-platform.adapter.js';
import { poison } from '../sample-view.projection.js';
import { Verification, type Part } from './verification.adapter.js';

describe('Proving a platform', () => {
  let platform: SamplePlatform;
  beforeEach(async () => {
    platform = await samplePlatform();
    const opened = (customerId: string, more: object = {}) => ({ type: 'cases.CaseOpened.v1', data: { customerId, subject: `${customerId} 환불 "문의"`, ...more } });
    await platform.append('demo', 'case-1', opened('ada', { tags: ['a', '나'], attributes: { z: [1, { b: null, a: '1' }], a: 1.5 } }), {});
    await platform.append('demo', 'case-2', opened('bo'), {}, {});
    await platform.append('other', 'case-3', opened('ada'));
    await platform.append('demo', 'queue-1', { type: 'routing.QueueOpened.v1' });
    await platform.caughtUp();
  });
  afterEach(async () => {
    poison.clear();
    await platform.close();
  });

  const verify = (tenant: string | null = null, patience?: number) =>
    new Verification(platform, patience).verify({ tenant, stop: new AbortController().signal });
  const failing = async (tenant: string | null = null) => {
    const { ok, checks } = await verify(tenant);
    const failed = checks.filter((check) => !check.ok);
    expect(ok).toBe(failed.length === 0);
    return Object.fromEntries(failed.map(({ id, breaches }) => [id, breaches]));
  };

  it('finds everything as it must be, and says how much was looked at', async () => {
    expect(await verify()).toEqual({
      events: 7,
      streams: 4,
      ok: true,
      checks: [
        { id: 'I2', ok: true, checked: 7, breaches: [] },
        { id: 'I3', ok: true, checked: 3, breaches: [] },
        { id: 'I4', ok: true, checked: 0, breaches: [] },
        { id: 'I8', ok: true, checked: 0, breaches: [] },
        { id: 'I9', ok: true, checked: 7, breaches: [] },
      ],
    });
  });

  it('believes no snapshot, whatever it says', async () => {
    const [last] = await platform.log.readStream('demo', 'case-1', 1);
    const [before, snapshot] = [await verify(), { tenant: 'demo', stream: 'case-1', shape: 1, revision: 2, eventId: last!.id }];
    for (const state of ['{"subject":"never said","changes":9}', 'no JSON']) {
      await platform.log.keepSnapshot({ ...snapshot, state });
      expect(await verify()).toEqual(before);
    }
  });

  it('proves the log and what was made of it apart, each thing once', async () => {
    const of = (part: Part) => new Verification(platform).verify({ tenant: null, part, stop: new AbortController().signal });
    const [log, views] = [await of('log'), await of('views')];
    expect([log, views].map(({ events, streams, checks }) => ({ events, streams, checked: Object.fromEntries(checks.map(({ id, checked }) => [id, checked])) }))).toEqual([
      { events: 7, streams: 4, checked: { I2: 7, I4: 0, I9: 4 } },
      { events: 0, streams: 0, checked: { I3: 3, I8: 0, I9: 3 } },
    ]);
    await platform.pool.query(`UPDATE sample.case_words_1 SET changes = 9 WHERE tenant = 'other'`);
    expect([(await of('log')).ok, (await of('views')).ok]).toEqual([true, false]);
  });

  it('shows one tenant what is its own, and nothing else', async () => {
    await platform.pool.query(`UPDATE sample.case_words_1 SET changes = 9 WHERE tenant = 'other'`);
    platform.letters.push({ id: 'm1', reason: null, tenant: 'other' }, { id: 'm2', reason: null });
    const { ok, events, streams, checks } = await verify('demo');
    expect({ ok, events, streams }).toEqual({ ok: true, events: 6, streams: 3 });
    expect(checks.map(({ checked }) => checked)).toEqual([6, 2, 0, 0, 5]);
    expect(Object.keys(await failing('other'))).toEqual(['I3', 'I8']);
  });

  it.each([
    [`UPDATE sample.case_words_1 SET attributes = '{"a": 1.5}', changes = 7 WHERE id = '1'`, [{ what: 'row-differs', columns: ['attributes', 'changes'] }]],
    [`DELETE FROM sample.case_words_1 WHERE id = '1'`, [{ what: 'row-missing' }]],
  ])('finds %s', async (harm, breaches) => {
    await platform.pool.query(harm);
    expect(await failing()).toEqual({ I3: breaches.map((breach) => ({ ...breach, view: 'case-words', tenant: 'demo', key: ['1'] })) });
  });

  it('finds a row in the wrong tenant', async () => {
    await platform.pool.query(`UPDATE sample.case_words_1 SET tenant = 'other' WHERE id = '1'`);
    expect((await failing())['I9']).toEqual([{ what: 'row-in-another-tenant', view: 'case-words', tenant: 'other', key: ['1'] }]);
  });

  it('finds dead letters without a reason', async () => {
    platform.letters.push({ id: 'm1', reason: 'unknown type' }, { id: 'm2', reason: '' });
    expect(await failing()).toEqual({ I8: [{ what: 'dead-letter-without-reason', id: 'm2' }] });
  });

  it('finds a parked stream, and is content again when it was driven through', async () => {
    poison.add('on');
    const position = await platform.append('demo', 'case-1', { data: { poison: true } });
    await platform.append('demo', 'case-1', {});
    await platform.caughtUp();
    expect(await failing()).toEqual({ I3: [{ what: 'stream-parked', view: 'case-words', tenant: 'demo', stream: 'case-1', position }] });
    expect(await failing('other')).toEqual({});
    poison.clear();
    await platform.runner.redrive('case-words', 'demo', 'case-1');
    expect(await failing()).toEqual({});
  });

  it('is content after an erasure, and not when what was erased comes back', async () => {
    await platform.append('demo', 'customer-ada', { type: 'identity.CustomerErased.v1' });
    await platform.append('demo', 'case-1', {});
    await platform.caughtUp();
    expect(await failing()).toEqual({});
    await platform.pool.query(`UPDATE sample.case_words_1 SET subject = 'Ada' WHERE id = '1'`);
    expect(await failing()).toEqual({ I3: [{ what: 'row-differs', view: 'case-words', tenant: 'demo', key: ['1'], columns: ['subject'] }] });
  });

  it('is content when somebody is erased while it reads the log', async () => {
    await platform.runner.stop();
    const { log } = platform;
    let erased = false;
    const withholding: EventStore = {
      ...log,
      async readAll(...asked) {
        if (!erased) await platform.append('demo', 'customer-ada', { type: 'identity.CustomerErased.v1' });
        erased = true;
        const { events, upTo } = await log.readAll(...asked);
        return { upTo, events: events.map((event) => (event.tenant === 'demo' && event.type.includes('Opened') ? { ...event, data: { ...event.data, ...gone(event) } } : event)) };
      },
    };
    const gone = ({ data }: { data: object }) => ('customerId' in data && data.customerId === 'ada' ? { subject: null } : {});
    const services = [{ ...platform.service, foldedLog: withholding }];
    expect(await new Verification({ ...platform, services }).verify({ tenant: null, stop: new AbortController().signal })).toMatchObject({ ok: true });
  });

  it('compares at the moment at which the view stands, while the log goes on', async () => {
    let appended = 0;
    const writing = setInterval(() => {
      appended += 1;
      void platform.append('demo', `case-busy${appended % 7}`, { type: 'cases.CaseOpened.v1', data: { customerId: null, subject: `${appended}` } });
    }, 1);
    const verdicts = [await failing(), await failing(), await failing(), await failing()];
    clearInterval(writing);
    expect(verdicts).toEqual([{}, {}, {}, {}]);
    expect(appended).toBeGreaterThan(4);
  });

  it('is not misled by a rebuild that swaps the view meanwhile', async () => {
    const rebuild = async () => (await platform.runner.rebuilds.start()).ended;
    const [, ...verdicts] = await Promise.all([rebuild(), verify(), verify(), verify()]);
    expect(await platform.runner.rebuilds.list()).toMatchObject([{ state: 'done', equal: true }]);
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it('says that a view is behind when it does not get to the head in time', async () => {
    await platform.runner.stop();
    await platform.append('demo', 'case-1', {});
    await expect(verify(null, 50)).rejects.toEqual(new Problem('view-behind'));
  });

  it('stops when nobody waits for it, and serves the next', async () => {
    const verification = new Verification(platform);
    const gone = verification.verify({ tenant: null, stop: AbortSignal.abort(new Problem('caller-gone')) });
    const next = verification.verify({ tenant: null, stop: new AbortController().signal });
    await expect(gone).rejects.toEqual(new Problem('caller-gone'));
    expect((await next).ok).toBe(true);
  });
});
