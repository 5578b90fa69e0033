import { randomUUID } from 'node:crypto';
import { ids, insist, newStream, newTenant, note, type LogUnderTest } from './log-under-test.js';

export const repeating = (log: () => LogUnderTest): void => {
  describe('when a command is repeated', () => {
    const tenant = newTenant();
    const append = (stream: string, expected: 'none' | 'any' | 'exists' | number, events: ReturnType<typeof note>[]) =>
      log().store.append({ tenant, stream, expected, events });

    it('answers with the first result and appends nothing', async () => {
      const stream = newStream();
      const commandId = randomUUID();
      const first = await append(stream, 'none', [note({ commandId }), note({ commandId })]);
      await append(stream, 2, [note()]);
      expect(await append(stream, 'none', [note({ commandId })])).toEqual({ ...first, outcome: 'repeated' });
      expect(await log().store.readStream(tenant, stream)).toHaveLength(3);
    });

    it.each(['none', 'any', 'exists', 7] as const)('answers so whatever else it expects (%s)', async (expected) => {
      const stream = newStream();
      const event = note();
      await append(stream, 'none', [event]);
      expect(await append(stream, expected, [event])).toMatchObject({ outcome: 'repeated', revision: 1 });
    });

    it('answers so to all but one of those who send it at once', async () => {
      const stream = newStream();
      const commandId = randomUUID();
      const other = await log().beside();
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, n) => (n % 2 ? log().store : other).append({ tenant, stream, expected: 'any', events: [note({ commandId })] })),
      );
      expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(answers.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(15);
      expect(await log().store.readStream(tenant, stream)).toHaveLength(1);
    });

    it('is refused with another body, and taken for a repeat when one body is not known', async () => {
      const stream = newStream();
      const commandId = randomUUID();
      await append(stream, 'none', [note({ commandId, commandHash: 'one' })]);
      expect(await append(stream, 'any', [note({ commandId, commandHash: 'other' })])).toEqual({ outcome: 'command-reused' });
      expect(await append(stream, 'any', [note({ commandId, commandHash: 'one' })])).toMatchObject({ outcome: 'repeated' });
      expect(await append(stream, 'any', [note({ commandId })])).toMatchObject({ outcome: 'repeated' });
      expect(await log().store.readStream(tenant, stream)).toHaveLength(1);
    });

    it('changes another stream, and the same stream of another tenant, on its own', async () => {
      const [stream, commandId] = [newStream(), randomUUID()];
      await append(stream, 'none', [note({ commandId })]);
      expect(await append(newStream(), 'none', [note({ commandId })])).toMatchObject({ outcome: 'appended' });
      expect(await log().store.append({ tenant: newTenant(), stream, expected: 'none', events: [note({ commandId })] })).toMatchObject({ outcome: 'appended' });
    });

    it('is a conflict when only a later command of the append is known already', async () => {
      const stream = newStream();
      const known = note();
      await append(stream, 'none', [known]);
      expect(await append(stream, 'any', [note(), note({ commandId: known.commandId })])).toEqual({ outcome: 'conflict', revision: 1 });
      expect(await log().store.readStream(tenant, stream)).toHaveLength(1);
    });

    it('knows each of several commands that came in one append', async () => {
      const stream = newStream();
      const events = [note(), note(), note()];
      await append(stream, 'none', events);
      for (const [n, event] of events.entries()) {
        expect(await append(stream, 'any', [note({ commandId: event.commandId })])).toMatchObject({ outcome: 'repeated', revision: n + 1 });
      }
    });

    it('answers with the first result when that was lost on its way, whether one append waits or many', async () => {
      const [own, line] = [newTenant(), await log().lossyLine()];
      for (const size of [1, 60]) {
        const commands = Array.from({ length: size }, () => randomUUID());
        const asked = commands.map((commandId) => ({ tenant: own, stream: newStream(), expected: 'none', events: [note({ commandId }), note({ commandId })] }) as const);
        line.lose(1);
        const answers = await Promise.all(asked.map((append) => insist(line.store, append)));
        expect(answers.some(({ outcome }) => outcome === 'repeated')).toBe(true);
        for (const [n, { stream, events }] of asked.entries()) {
          const stored = await log().store.readStream(own, stream);
          expect(ids(stored)).toEqual(ids(events));
          expect(answers[n]).toMatchObject({ revision: 2, position: stored[1]?.position, recordedAt: stored[1]?.recordedAt });
        }
      }
    });

    it('answers so to a caller who gave up, and comes back when the line is mended', async () => {
      const [own, stream, line] = [newTenant(), newStream(), await log().lossyLine()];
      const asked = { tenant: own, stream, expected: 'none', events: [note()] } as const;
      line.lose(Infinity);
      await expect(line.store.append(asked)).rejects.toMatchObject({ code: 'unavailable' });
      line.lose(0);
      const [stored, ...more] = await log().store.readStream(own, stream);
      expect([stored?.id, more]).toEqual([asked.events[0].id, []]);
      expect(await line.store.append(asked)).toEqual({ outcome: 'repeated', revision: 1, position: stored?.position, recordedAt: stored?.recordedAt });
    });
  });
};
