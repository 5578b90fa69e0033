import { appendNote, collected, ids, insist, newStream, newTenant, note, pause, type LogUnderTest } from './log-under-test.js';

export const enduring = (log: () => LogUnderTest): void => {
  describe('when it is pressed hard', () => {
    it('takes 5,000 callers who come at once, each of them once and in the order of their stream', async () => {
      const tenant = newTenant();
      const streams = Array.from({ length: 100 }, () => newStream());
      const sent = Array.from({ length: 5000 }, (_, n) => note({ data: { n } }));
      const answers = await Promise.all(sent.map((event, n) => log().store.append({ tenant, stream: streams[n % 100] as string, expected: 'any', events: [event] })));
      expect(answers.every(({ outcome }) => outcome === 'appended')).toBe(true);
      const stored = (await log().store.readAll(0, { tenant })).events;
      expect(new Set(ids(stored))).toEqual(new Set(ids(sent)));
      for (const stream of streams.slice(0, 5)) {
        const own = stored.filter((event) => event.stream === stream).map(({ data }) => (data as { n: number }).n);
        expect(own).toEqual([...own].sort((one, other) => one - other));
      }
    }, 60_000);

    it('has every append once for those who insist, although its connections are cut again and again', async () => {
      const tenant = newTenant();
      const sent: string[] = [];
      let finished = false;
      const cutting = (async () => {
        while (!finished) {
          await pause(100);
          await log().cutConnections();
        }
      })();
      const writing = Promise.all(
        Array.from({ length: 16 }, async () => {
          for (let turn = 0; turn < 15; turn += 1) {
            const event = note();
            const { outcome } = await insist(log().store, { tenant, stream: newStream(), expected: 'none', events: [event] });
            expect(['appended', 'repeated']).toContain(outcome);
            sent.push(event.id);
            await pause(10);
          }
        }),
      );
      await writing.finally(() => {
        finished = true;
      });
      await cutting;
      const stored = ids((await log().store.readAll(0, { tenant })).events);
      expect(stored).toHaveLength(sent.length);
      expect(new Set(stored)).toEqual(new Set(sent));
    }, 60_000);

    it('goes on bringing events to a follower whose connection was cut', async () => {
      const [tenant, stop] = [newTenant(), new AbortController()];
      const following = collected(log().store.subscribe(await log().store.head(), { tenant }, stop.signal), (events) => events.length >= 6);
      const sent = [];
      for (let n = 0; n < 6; n += 1) {
        await pause(40);
        if (n % 2) await log().cutConnections();
        sent.push(await appendNote(log().store, tenant, newStream()));
      }
      expect(ids(await following)).toEqual(ids(sent));
      stop.abort();
    }, 30_000);
  });
};
