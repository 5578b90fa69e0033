import type { HandleOutcome, StoredEvent } from '@onmaru/event-sourcing';
import { Problem } from './problem.js';

/** A command that was carried out, or needed not to be: the stream's events and where it stands now. */
export type Done = { readonly history: readonly StoredEvent[]; readonly revision: number; readonly position: number };

/** What a handler answered, as the edge says it: done, with what came of the stream, or a thrown {@link Problem}. */
export const done = <Stands = Done>(outcome: HandleOutcome<string, Stands>): Stands => {
  switch (outcome.outcome) {
    case 'appended':
    case 'unchanged':
    case 'repeated':
      return outcome;
    case 'refused':
      throw new Problem(outcome.refused);
    case 'stale':
      throw new Problem('revision-stale', { since: outcome.since.map(({ type, occurredAt, revision, position }) => ({ type, occurredAt, revision, position })) });
    case 'command-reused':
      throw new Problem('idempotency-key-reused');
    case 'busy':
      throw new Problem('busy', {}, { 'retry-after': '1' });
  }
};
