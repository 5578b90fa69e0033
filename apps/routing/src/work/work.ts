import type { Instant } from '@onmaru/time';

/**
 * A case as far as handing it out goes. `returnedBy` gave it back last, and is not given it again until it changes
 * hands or queues. `waitsFrom` is the position of the event since when nobody has had it, if nobody has.
 */
export type Work = {
  readonly tenant: string;
  readonly caseId: string;
  readonly queueId: string | null;
  readonly priority: 1 | 2 | 3 | 4;
  readonly openedAt: Instant;
  readonly state: 'open' | 'on-hold' | 'done';
  readonly assigneeId: string | null;
  readonly returnedBy: string | null;
  readonly waitsFrom: number;
};
