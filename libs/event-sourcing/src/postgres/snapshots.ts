import type { Snapshot, SnapshotStore } from '../event-store.js';
import type { Revision } from '../event.js';
import { LogError } from '../log-error.js';
import type { Connection, Statement } from './connection.js';
import { patiently } from './patience.js';
import { leastBusy } from './reader.js';

type Row = [number, Revision, string, string];

const found = (tenant: string, stream: string): Statement => ({
  name: 'log_snapshot',
  text: 'select shape, revision, event_id, state from log.snapshot where tenant = $1 and stream = $2',
  values: [tenant, stream],
});

const kept = ({ tenant, stream, shape, revision, eventId, state }: Snapshot): Statement => ({
  name: 'log_keep_snapshot',
  text: 'select log.keep_snapshot($1, $2, $3, $4, $5, $6)::integer',
  values: [tenant, stream, shape, revision, eventId, state],
});

const held = (tenant: string, stream: string, commandId: string): Statement => ({
  name: 'log_holds',
  text: 'select from log.event where tenant = $1 and stream = $2 and command_id = $3 and command_index = 0',
  values: [tenant, stream, commandId],
});

/** What is asked of a stream beside its events, over connections that nothing is appended with. */
export const snapshots = (connections: readonly Connection[]): SnapshotStore => {
  const ask = (statement: Statement): Promise<readonly unknown[][]> => patiently(() => leastBusy(connections).query(statement));
  return {
    async readSnapshot(tenant, stream) {
      const [row] = await ask(found(tenant, stream));
      if (!row) return null;
      const [shape, revision, eventId, state] = row as Row;
      return { tenant, stream, shape: Number(shape), revision, eventId, state };
    },
    async keepSnapshot(snapshot) {
      const [row] = await ask(kept(snapshot));
      if (Number(row?.[0]) !== 1) throw new LogError('permission', `The snapshot of ${snapshot.stream} belongs to another service`);
    },
    holds: async (tenant, stream, commandId) => (await ask(held(tenant, stream, commandId))).length > 0,
  };
};
