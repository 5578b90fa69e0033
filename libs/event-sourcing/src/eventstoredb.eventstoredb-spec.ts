import { eventStoreContract } from './contract/event-store-contract.js';
import { testTypes, type LogUnderTest } from './contract/log-under-test.js';
import { lossyStore } from './contract/lossy-store.js';
import type { EventStore } from './event-store.js';
import { eventStoreDb, type EventStoreDb } from './eventstoredb.js';
import { inMemoryKeys } from './in-memory-keys.js';
import { sealed } from './sealing.js';
import { cuttableLine } from './testing/cuttable-line.js';

const connection = process.env['EVENTSTORE_URL'] ?? '';

/** A line to the server where it is a single one on this machine without TLS, which is what can be cut; else the server itself. */
const reached = async (): Promise<{ readonly connection: string; cut(): void; close(): Promise<void> }> => {
  const local = /^(esdb:\/\/(?:[^@/]+@)?)(?:localhost|127[.]0[.]0[.]1):(\d+)(\/?[?].*\btls=false\b.*)$/.exec(connection);
  if (!local) return { connection, cut: () => undefined, close: () => Promise.resolve() };
  const { port, cut, close } = await cuttableLine(Number(local[2]));
  return { connection: `${local[1]}127.0.0.1:${port}${local[3]}`, cut, close };
};

/** Each log is another one of the same server. There are no transactions that somebody could leave open; a slow writer is one that appends late. */
const inEventStoreDb = async (wrapped: (store: EventStore) => EventStore): Promise<LogUnderTest> => {
  const [line, prefix] = [await reached(), `t${crypto.randomUUID().replaceAll('-', '')}`];
  const stores: EventStoreDb[] = [];
  const opened = async (): Promise<EventStore> => {
    const store = await eventStoreDb({ connection: line.connection, prefix });
    stores.push(store);
    return wrapped(store);
  };
  const [store, other] = [await opened(), await opened()];
  const nothing = async (): Promise<void> => undefined;
  return {
    store,
    beside: async () => other,
    slowWriter: async () => ({ append: (append) => other.append(append), commit: nothing }),
    foreignTransaction: async () => nothing,
    lossyLine: async () => lossyStore(await opened()),
    cutConnections: async () => line.cut(),
    close: async () => {
      await Promise.all(stores.map((one) => one.close()));
      await line.close();
    },
  };
};

const keys = inMemoryKeys();
eventStoreContract('EventStoreDB', () => inEventStoreDb((store) => store));
eventStoreContract('EventStoreDB, sealed', () => inEventStoreDb((store) => sealed(store, [testTypes], keys)));
