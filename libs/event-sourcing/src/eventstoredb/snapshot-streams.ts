import { randomUUID } from 'node:crypto';
import type { Snapshot, SnapshotStore } from '../event-store.js';
import type { Ports, Reading } from './reading.js';

type Kept = Pick<Snapshot, 'shape' | 'revision' | 'eventId' | 'state'>;

/** A stream for the snapshots of each stream, which the server keeps at the last of them. They are no events of the log. */
export const snapshotStreams = ({ server, names, known }: Ports, { readStream }: Pick<Reading, 'readStream'>): SnapshotStore => {
  const keepOnlyTheLast = async (name: string): Promise<void> => {
    const metadata = { id: randomUUID(), type: '$metadata', contentType: 'application/json', data: { $maxCount: 1 }, metadata: {} } as const;
    await server.append(`$$${name}`, 0, [metadata as never]);
  };

  return {
    async readSnapshot(tenant, stream) {
      const last = await server.lastOf(names.snapshotOf(tenant, stream));
      return last && { tenant, stream, ...(last.data as Kept) };
    },
    async keepSnapshot({ tenant, stream, shape, revision, eventId, state }) {
      const [name, kept]: [string, Kept] = [names.snapshotOf(tenant, stream), { shape, revision, eventId, state }];
      for (;;) {
        const last = await server.lastOf(name);
        if (!last) await keepOnlyTheLast(name);
        const event = { id: randomUUID(), type: 'onmaru.Snapshot.v1', contentType: 'application/json', data: kept, metadata: {} } as const;
        if (await server.append(name, last ? Number(last.revision) + 1 : 0, [event as never])) return;
      }
    },
    async holds(tenant, stream, commandId) {
      const before = known.find(tenant, stream);
      if (before?.lastOf.has(commandId)) return true;
      const after = before?.revision ?? 0;
      return known.learn(tenant, stream, after, await readStream(tenant, stream, after)).lastOf.has(commandId);
    },
  };
};
