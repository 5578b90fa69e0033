import type { Instant } from '@onmaru/time';
import type { Attributes } from './acts.js';
import { LEAST, type Grade } from './priority.js';
import type { Row } from './row.js';
import type { Situation } from './situations.js';

/** What the rows so far have said of an incident: the next row is told apart from this. */
export type Incident = {
  /** Moment of the last act; nothing of a later row can lie before it. */
  readonly at: Instant;
  readonly situation: Situation;
  readonly customer: string | null;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly attributes: Attributes;
};

/** An incident as its first row has it opened: everything of that row but what its updater did at once. */
export const openedBy = (row: Row): Incident => ({
  at: row.openedAt,
  situation: 'new',
  customer: row.caller,
  category: row.category,
  subcategory: row.subcategory,
  impact: row.impact ?? LEAST,
  urgency: row.urgency ?? LEAST,
  group: row.group,
  assignee: null,
  attributes: row.attributes,
});

/** What is known after one more row. Unknown is what it was before, but an unknown group is another one, an unknown assignee nobody. */
export const after = (row: Row, known: Incident, at: Instant, situation: Situation): Incident => ({
  at,
  situation,
  customer: row.caller ?? known.customer,
  category: row.category ?? known.category,
  subcategory: row.subcategory ?? known.subcategory,
  impact: row.impact ?? known.impact,
  urgency: row.urgency ?? known.urgency,
  group: row.group,
  assignee: row.assignee,
  attributes: { ...known.attributes, ...row.attributes },
});
