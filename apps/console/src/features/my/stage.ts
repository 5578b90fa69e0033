import type { Case } from '../../ui/api/types.js';

export const STAGES = ['new', 'working', 'done'] as const;
type Stage = (typeof STAGES)[number];

/** How far a request has come, in the three steps that matter to who asked; null once it was called off. */
export const stageOf = ({ state }: Pick<Case, 'state'>): Stage | null => {
  switch (state) {
    case 'new':
      return 'new';
    case 'in-progress':
    case 'on-hold':
      return 'working';
    case 'resolved':
    case 'closed':
      return 'done';
    case 'cancelled':
      return null;
  }
};

/** The sentence that says where a request stands; waiting for the customer is said as what it is. */
export const stateLineOf = ({ state, holdReason }: Pick<Case, 'state' | 'holdReason'>): Case['state'] | 'on-hold-customer' => (state === 'on-hold' && holdReason === 'customer' ? 'on-hold-customer' : state);
