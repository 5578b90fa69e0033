import type { Instant } from '@onmaru/time';
import type { Grade } from './priority.js';
import type { HoldReason } from './situations.js';

export type Attributes = Readonly<Record<string, string | boolean>>;

/** What somebody did to a case. People, customers and groups go by their names in the log. */
export type Act =
  | {
      readonly type: 'OpenCase';
      readonly data: {
        readonly externalId: string;
        readonly customer: string | null;
        readonly channel: string;
        readonly impact: Grade;
        readonly urgency: Grade;
        readonly category: string | null;
        readonly subcategory: string | null;
        readonly attributes: Attributes;
        readonly group: string | null;
      };
    }
  | { readonly type: 'CategoriseCase'; readonly data: { readonly category: string | null; readonly subcategory: string | null } }
  | { readonly type: 'PrioritiseCase'; readonly data: { readonly impact: Grade; readonly urgency: Grade } }
  | { readonly type: 'SetCaseAttributes'; readonly data: { readonly attributes: Attributes } }
  | { readonly type: 'ChangeCaseCustomer'; readonly data: { readonly customer: string } }
  | { readonly type: 'TransferCase'; readonly data: { readonly group: string | null } }
  | { readonly type: 'AssignCase'; readonly data: { readonly assignee: string } }
  | { readonly type: 'HoldCase'; readonly data: { readonly reason: HoldReason } }
  | { readonly type: 'ResolveCase'; readonly data: { readonly resolution: null; readonly code: string | null } }
  | { readonly type: 'ReopenCase'; readonly data: { readonly reason: null } }
  | { readonly type: 'UnassignCase' | 'StartWork' | 'ResumeCase' | 'CloseCase'; readonly data: Readonly<Record<string, never>> };

/** An act with what makes it a command: which case, since when, by whom, from which line of the file. */
export type CaseCommand = Act & {
  readonly case: string;
  /** The same for the same act of the same row, however often the log is imported. */
  readonly commandId: string;
  readonly at: Instant;
  readonly actor: string;
  readonly row: number;
};
