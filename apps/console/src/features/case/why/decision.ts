import type { Priority } from '../../../ui/api/types.js';

/** `places`: how many of their places were taken. */
export type PassedOver = {
  readonly agentId: string;
  readonly because: 'away' | 'full' | 'returned-it' | 'fewer-free-places' | 'given-work-later' | 'joined-later';
  readonly places: number;
  readonly capacity: number;
};

/** Why routing gave a case to somebody: what it looked at then. `waiting` counts this case too; the places are theirs before it was given. */
export type Decision = {
  readonly position: number;
  readonly decidedAt: string;
  readonly agentId: string;
  readonly priority: Priority;
  readonly openedAt: string;
  readonly waiting: number;
  readonly freePlaces: number;
  readonly capacity: number;
  readonly passedOver: readonly PassedOver[];
  readonly freedAt: string | null;
  readonly freedBecause: 'done' | 'assigned-to-another' | 'waits-again' | null;
};
