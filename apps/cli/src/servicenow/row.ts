import type { Instant } from '@onmaru/time';
import type { Attributes } from './acts.js';
import type { Grade, Priority } from './priority.js';
import type { Situation } from './situations.js';

/** One row, read: an update of one incident. `?` is null, save in `situation`, where a state of -100 is `unsaid`. */
export type Row = {
  readonly line: number;
  readonly number: string;
  readonly situation: Situation | 'unsaid';
  readonly openedAt: Instant;
  readonly openedBy: string | null;
  readonly updatedAt: Instant;
  readonly updatedBy: string | null;
  readonly caller: string | null;
  readonly contactType: string | null;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly impact: Grade | null;
  readonly urgency: Grade | null;
  readonly priority: Priority | null;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly closedCode: string | null;
  /** What is known of the columns that are kept as attributes. */
  readonly attributes: Attributes;
};

/** A row that cannot be read: where, and why. `number` is there where that much could be read. */
export type UnreadableRow = { readonly line: number; readonly number: string | null; readonly column: string; readonly reason: string };
