import { randomUUID } from 'node:crypto';
import { appendNote, newStream, newTenant, note, type LogUnderTest } from './log-under-test.js';

export const remembering = (log: () => LogUnderTest): void => {
  describe('when it is asked of a long stream without reading it', () => {
    const snapshot = (stream = newStream(), tenant = newTenant()) => ({ tenant, stream, shape: 1, revision: 200, eventId: randomUUID(), state: '{"places":["사례","\\u0000"],"n":0.1}' });

    it('has no snapshot that nobody kept', async () => {
      expect(await log().store.readSnapshot(newTenant(), newStream())).toBeNull();
    });

    it('gives a snapshot back to the last letter, also to another program', async () => {
      const kept = snapshot();
      await log().store.keepSnapshot(kept);
      expect(await log().store.readSnapshot(kept.tenant, kept.stream)).toEqual(kept);
      expect(await (await log().beside()).readSnapshot(kept.tenant, kept.stream)).toEqual(kept);
    });

    it('has one snapshot of a stream: the one that was kept last, also where that is of less', async () => {
      const [first, { eventId }] = [snapshot(), snapshot()];
      const last = { ...first, shape: 2, revision: 7, eventId, state: '[]' };
      await log().store.keepSnapshot(first);
      await log().store.keepSnapshot(last);
      expect(await log().store.readSnapshot(first.tenant, first.stream)).toEqual(last);
    });

    it('keeps those of one stream, and of one tenant, from another', async () => {
      const kept = snapshot();
      const ofAnother = { ...snapshot(kept.stream), state: '1' };
      await Promise.all([kept, ofAnother].map((one) => log().store.keepSnapshot(one)));
      expect(await log().store.readSnapshot(kept.tenant, kept.stream)).toEqual(kept);
      expect(await log().store.readSnapshot(kept.tenant, newStream())).toBeNull();
    });

    it('has no more events for a snapshot, and takes what comes after as if there were none', async () => {
      const kept = snapshot();
      const head = await log().store.head();
      await log().store.keepSnapshot(kept);
      expect(await log().store.head()).toBe(head);
      await appendNote(log().store, kept.tenant, kept.stream);
      expect(await log().store.readStream(kept.tenant, kept.stream)).toMatchObject([{ revision: 1 }]);
    });

    it('knows whether a stream holds a command, by all events of an append', async () => {
      const [tenant, stream] = [newTenant(), newStream()];
      const [one, two] = [note(), note()];
      await log().store.append({ tenant, stream, expected: 'none', events: [one, { ...note(), commandId: one.commandId }, two] });
      const holds = (of: string, where: string, commandId: string): Promise<boolean> => log().store.holds(of, where, commandId);
      expect(await Promise.all([one, two, note()].map(({ commandId }) => holds(tenant, stream, commandId)))).toEqual([true, true, false]);
      expect(await Promise.all([holds(newTenant(), stream, one.commandId), holds(tenant, newStream(), one.commandId)])).toEqual([false, false]);
    });
  });
};
