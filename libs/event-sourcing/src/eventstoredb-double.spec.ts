import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { bearing } from './contract/bearing.js';
import { eventStoreContract } from './contract/event-store-contract.js';
import type { LogUnderTest } from './contract/log-under-test.js';
import { eventStoreDb, type EventStoreDb } from './eventstoredb.js';
import { eventStoreDbDouble } from './testing/eventstoredb-double/eventstoredb-double.js';

/** There are no transactions that somebody could leave open; a slow writer is one that appends late. */
const overTheDouble = async (): Promise<LogUnderTest> => {
  const double = await eventStoreDbDouble();
  const prefix = `t${randomUUID().slice(0, 8)}`;
  const stores: EventStoreDb[] = [];
  const opened = async (): Promise<EventStoreDb> => {
    const store = await eventStoreDb({ connection: double.connection, prefix });
    stores.push(store);
    return store;
  };
  const [store, other] = [await opened(), await opened()];
  const nothing = async (): Promise<void> => undefined;
  return {
    store,
    beside: async () => other,
    slowWriter: async () => ({ append: (append) => other.append(append), commit: nothing }),
    foreignTransaction: async () => nothing,
    lossyLine: async () => ({
      store: await opened(),
      lose: (answers) => (answers === 0 ? double.heal() : double.fail('append', 'lost-answer', answers)),
    }),
    // Cut again before it has answered anything, as on a slow machine, nobody would ever come through.
    cutConnections: async () => {
      double.cut();
      await Promise.race([double.answered(40), pause(1000)]);
    },
    close: async () => {
      await Promise.all(stores.map((one) => one.close()));
      await double.close();
    },
  };
};

// How much a server bears, a double cannot show.
eventStoreContract('a double of EventStoreDB, which is not EventStoreDB', overTheDouble, [bearing]);
