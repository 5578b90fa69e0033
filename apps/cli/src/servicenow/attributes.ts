import type { Attributes } from './acts.js';
import type { Column } from './columns.js';

/** The columns that are kept as attributes of the case, as they are written. */
export const TEXT_ATTRIBUTES = {
  contactType: 'contact_type',
  location: 'location',
  symptom: 'u_symptom',
  configurationItem: 'cmdb_ci',
  notify: 'notify',
  problem: 'problem_id',
  change: 'rfc',
  vendor: 'vendor',
  causedBy: 'caused_by',
} as const satisfies Readonly<Record<string, Column>>;

/** Those that say yes or no. */
export const FLAG_ATTRIBUTES = {
  knowledge: 'knowledge',
  priorityConfirmed: 'u_priority_confirmation',
  madeSla: 'made_sla',
} as const satisfies Readonly<Record<string, Column>>;

/** What `now` says that `before` does not say already; what has become unknown is no change. */
export const changedAttributes = (before: Attributes, now: Attributes): Attributes =>
  Object.fromEntries(Object.entries(now).filter(([name, value]) => before[name] !== value));
