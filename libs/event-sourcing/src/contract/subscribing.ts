import type { Page } from '../event-store.js';
import { appendNote, BOX, collected, ids, newStream, newTenant, pause, type LogUnderTest } from './log-under-test.js';

export const subscribing = (log: () => LogUnderTest): void => {
  describe('when somebody follows it', () => {
    let stop: AbortController;
    beforeEach(() => {
      stop = new AbortController();
    });
    afterEach(() => stop.abort());

    it('brings what is there, then what comes', async () => {
      const tenant = newTenant();
      const before = await appendNote(log().store, tenant, newStream());
      const following = collected(log().store.subscribe(0, { tenant }, stop.signal), (events) => events.length >= 3);
      await pause(30);
      const after = [await appendNote(log().store, tenant, newStream()), await appendNote(log().store, tenant, newStream())];
      expect(ids(await following)).toEqual(ids([before, ...after]));
    });

    it('goes on from where somebody left off', async () => {
      const tenant = newTenant();
      for (let n = 0; n < 5; n += 1) await appendNote(log().store, tenant, newStream());
      const whole = await log().store.readAll(0, { tenant });
      const rest = await collected(log().store.subscribe(whole.events[1]?.position ?? 0, { tenant }, stop.signal), (events) => events.length >= 3);
      expect(ids(rest)).toEqual(ids(whole.events.slice(2)));
    });

    it('wakes a follower without making anybody wait', async () => {
      const tenant = newTenant();
      const arrivals = log().store.subscribe(await log().store.head(), { tenant }, stop.signal)[Symbol.asyncIterator]();
      const waits: number[] = [];
      for (let n = 0; n < 15; n += 1) {
        const arrival = arrivals.next();
        await pause(20);
        await appendNote(log().store, tenant, newStream());
        const sent = performance.now();
        await arrival;
        waits.push(performance.now() - sent);
      }
      expect(waits.sort((one, other) => one - other)[7]).toBeLessThan(150);
    });

    it('wakes a follower of what another program appends', async () => {
      const tenant = newTenant();
      const following = collected(log().store.subscribe(await log().store.head(), { tenant }, stop.signal), (events) => events.length >= 1);
      await pause(30);
      const sent = await appendNote(await log().beside(), tenant, newStream());
      expect(ids(await following)).toEqual([sent.id]);
    });

    it('never brings an empty page without progress, and always says how far it has looked', async () => {
      const tenant = newTenant();
      const start = await log().store.head();
      const pages: Page[] = [];
      const following = (async () => {
        for await (const page of log().store.subscribe(start, { tenant, types: [BOX] }, stop.signal)) pages.push(page);
      })();
      for (let n = 0; n < 5; n += 1) await appendNote(log().store, tenant, newStream());
      await appendNote(log().store, tenant, newStream(), { type: BOX, data: {} });
      while ((pages.at(-1)?.upTo ?? 0) < (await log().store.head())) await pause(10);
      stop.abort();
      await following;
      expect(pages.flatMap(({ events }) => events)).toHaveLength(1);
      const reached = [start, ...pages.map(({ upTo }) => upTo)];
      expect(reached).toEqual([...new Set(reached)].sort((one, other) => one - other));
    });

    it('ends when it is told to, while it waits', async () => {
      const following = collected(log().store.subscribe(await log().store.head(), { tenant: newTenant() }, stop.signal), () => false);
      await pause(30);
      stop.abort();
      expect(await following).toEqual([]);
    });

    it('ends before it begins when it is told so before', async () => {
      stop.abort();
      expect(await collected(log().store.subscribe(0, { everyTenant: true }, stop.signal), () => false)).toEqual([]);
    });

    it('does not let a follower who stands still hold back another', async () => {
      const tenant = newTenant();
      const start = await log().store.head();
      const idle = log().store.subscribe(start, { tenant }, stop.signal)[Symbol.asyncIterator]();
      await appendNote(log().store, tenant, newStream());
      await idle.next();
      const busy = collected(log().store.subscribe(start, { tenant }, stop.signal), (events) => events.length >= 2);
      await appendNote(log().store, tenant, newStream());
      expect(await busy).toHaveLength(2);
    });

    it('refuses to go on from a place that this log has not reached', async () => {
      const beyond = (await log().store.head()) + 1000;
      const following = collected(log().store.subscribe(beyond, { everyTenant: true }, stop.signal), () => true);
      await expect(following).rejects.toMatchObject({ name: 'LogError', code: 'foreign-checkpoint' });
    });
  });
};
