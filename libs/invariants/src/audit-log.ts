import type { Position, StoredEvent } from '@onmaru/event-sourcing';
import { assignmentsCheck } from './check-assignments.js';
import { streamsCheck } from './check-streams.js';
import { tenantsCheck, type TenantsCheck } from './check-tenants.js';
import type { Check } from './findings.js';
import { streamBook } from './stream-book.js';

export type LogAudit = {
  readonly see: (event: StoredEvent) => void;
  end(head: Position): { readonly events: number; readonly streams: number; readonly streamsCheck: Check; readonly assignments: Check };
  /** Goes on after the log, with the rows of the views. */
  readonly tenants: TenantsCheck;
};

/** Everything that is asked of the log itself, in one pass. */
export const logAudit = (whole: boolean): LogAudit => {
  const book = streamBook();
  const streams = streamsCheck(whole);
  const assignments = assignmentsCheck();
  const tenants = tenantsCheck();
  let events = 0;
  return {
    see(event) {
      const sighting = book.see(event);
      streams.see(event, sighting);
      assignments.see(event);
      tenants.see(event, sighting);
      events += 1;
    },
    end: (head) => ({ events, streams: book.size, streamsCheck: streams.end(head), assignments: assignments.end() }),
    tenants,
  };
};
