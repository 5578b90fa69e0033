import type { Appended } from './event-store.js';
import type { Revision, StoredEvent } from './event.js';
import { ANY, EXISTS, type Storable } from './storable.js';

/** The last event of a command in a stream, as far as its repeat is answered with it. */
export type Result = Pick<StoredEvent, 'revision' | 'position' | 'recordedAt' | 'commandHash'>;

/** How a stream stands: its last revision, and the result of each command that it holds. */
export type Standing = { readonly revision: Revision; readonly lastOf: ReadonlyMap<string, Result> };

export const NO_STREAM: Standing = { revision: 0, lastOf: new Map() };

export const answerWith = (outcome: 'appended' | 'repeated', { revision, position, recordedAt }: Result): Appended => ({ outcome, revision, position, recordedAt });

const meets = (expected: number, revision: Revision): boolean =>
  expected === ANY || (expected === EXISTS ? revision > 0 : expected === revision);

/** What the log says to an append to a stream that stands so, or null when it may go in. */
export const verdict = ({ expected, events }: Storable, { revision, lastOf }: Standing): Appended | null => {
  const { commandId, commandHash } = (events[0] as Storable['events'][number]).event;
  const earlier = lastOf.get(commandId);
  if (earlier) {
    const other = commandHash !== undefined && earlier.commandHash !== undefined && commandHash !== earlier.commandHash;
    return other ? { outcome: 'command-reused' } : answerWith('repeated', earlier);
  }
  const knowsAnother = events.some(({ event }) => lastOf.has(event.commandId));
  return knowsAnother || !meets(expected, revision) ? { outcome: 'conflict', revision } : null;
};
