import type { Instant } from '@onmaru/time';
import type { Attributes } from './acts.js';
import type { Grade } from './priority.js';
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
  readonly impact: Grade | null;
  readonly urgency: Grade | null;
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
  impact: row.impact,
  urgency: row.urgency,
  group: row.group,
  assignee: null,
  attributes: row.attributes,
});

/** What is known after one more row. What it does not know stays as it was, but for a group, and an assignee that is gone. */
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
