import { gaps, logFaults, repeats, type Seen } from './log-faults.js';
import type { Stored } from './table-of-log.js';
import type { Acknowledged } from './writer-process.js';

/** An event as it was brought to a consumer. */
export type Came = Omit<Seen, 'revision'>;

/** How many of each. All zero: the log and its consumer kept what they promise. */
export type WorkloadFaults = {
  /** Events that were acknowledged and do not lie in the table, or lie there and were not brought to the consumer. */
  readonly lost: number;
  /** Events that the consumer was brought twice, or that lie in the table twice. */
  readonly doubled: number;
  /** Events brought after a later one of their stream, or of the log where that is followed in one order; gaps; answers that name another place than the table does. */
  readonly outOfOrder: number;
  /** Appends that were taken although what they expected was not so. */
  readonly wrongAccepts: number;
  /** Commands of which only a part was stored. */
  readonly torn: number;
};

const outOfOrderOfStreams = (seen: readonly Came[]): readonly string[] =>
  [...Map.groupBy(seen, ({ stream }) => stream).values()].flatMap((own) => logFaults([], own).outOfOrder);

/** Compares what writers were told, what a consumer was brought, and what lies in the log. */
export const workloadFaults = (acknowledged: readonly Acknowledged[], came: readonly Came[], table: readonly Stored[], inOneOrder: boolean): WorkloadFaults => {
  const lies = logFaults(acknowledged.flatMap(({ ids }) => ids), table);
  const brought = logFaults(table.map(({ id }) => id), came);
  const at = new Map(table.map((event) => [event.id, event]));
  const misplaced = acknowledged.filter(({ ids, revision, position }) => {
    const last = at.get(ids.at(-1) as string);
    return last && (last.revision !== revision || last.position !== position);
  });
  const commands = [...Map.groupBy(table, ({ commandId }) => commandId).values()];
  return {
    lost: new Set([...lies.lost, ...brought.lost]).size,
    doubled: lies.doubled.length + brought.doubled.length,
    outOfOrder: (inOneOrder ? brought.outOfOrder : outOfOrderOfStreams(came)).length + gaps(table).length + misplaced.length,
    wrongAccepts: acknowledged.filter(({ wrong }) => wrong).length + repeats(acknowledged.map(({ stream, revision }) => `${stream} ${revision}`)).length,
    torn: commands.filter((events) => events.length !== events[0]?.of).length,
  };
};
