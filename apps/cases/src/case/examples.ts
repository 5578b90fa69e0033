import { DEFAULT_MATRIX } from '../case-policy/priority-matrix.js';
import type { CaseEvent, Happened } from './case.js';

/** Facts that specs begin with. */
export const opened = {
  type: 'CaseOpened',
  occurredAt: '2026-03-01T09:00:00.000Z',
  data: {
    number: 'CS-1',
    externalId: null,
    subject: 'No signal',
    description: 'Since this morning',
    customerId: 'ada',
    channel: 'e-mail',
    impact: 2,
    urgency: 2,
    priority: 3,
    policyVersion: 1,
    category: null,
    subcategory: null,
    attributes: { product: 'Phone' },
    queueId: null,
  },
} as const satisfies Happened<'CaseOpened'>;

const at = '2026-03-02T09:00:00.000Z';
const then = <T extends CaseEvent['type'], D extends object>(type: T, data: D) => ({ type, occurredAt: at, data }) as const;

export const categorised = then('CaseCategorised', { category: 'Network', subcategory: null });
export const transferred = then('CaseTransferred', { queueId: 'network' });
export const assigned = then('CaseAssigned', { assigneeId: 'jimin' });
export const started = then('CaseWorkStarted', {});
export const heldForCustomer = then('CaseHeld', { reason: 'customer' as const });
export const heldForVendor = then('CaseHeld', { reason: 'vendor' as const });
export const resolved = then('CaseResolved', { customerId: 'ada', resolution: 'New SIM', code: null });
export const closed = then('CaseClosed', {});
export const cancelled = then('CaseCancelled', { customerId: 'ada', reason: 'Sent twice' });

/** The moment at which specs act, and the policy that was in force from the beginning. */
export const now = '2026-03-03T09:00:00.000Z';
export const policy = { matrix: DEFAULT_MATRIX, policyVersion: 1 } as const;
