export const STATES = ['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled'] as const;
export type CaseState = (typeof STATES)[number];
export const OPEN_STATES: readonly CaseState[] = ['new', 'in-progress', 'on-hold'];

export const HOLD_REASONS = ['customer', 'vendor', 'problem', 'evidence'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const GRADES = [1, 2, 3] as const;
export type Grade = (typeof GRADES)[number];
export const PRIORITIES = [1, 2, 3, 4] as const;
export type Priority = (typeof PRIORITIES)[number];

export type Verb =
  | 'categorise'
  | 'prioritise'
  | 'set-attributes'
  | 'change-customer'
  | 'transfer'
  | 'assign'
  | 'unassign'
  | 'start-work'
  | 'reply-to-customer'
  | 'record-customer-reply'
  | 'add-note'
  | 'hold'
  | 'resume'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'cancel';

export type Named = { readonly id: string; readonly name: string | null };

export type Case = {
  readonly id: string;
  readonly revision: number;
  readonly externalId: string | null;
  readonly number: string;
  readonly subject: string | null;
  readonly description: string | null;
  readonly customerId: string | null;
  readonly customer?: Named | null;
  readonly channel: string;
  readonly state: CaseState;
  readonly holdReason: HoldReason | null;
  readonly impact: Grade | null;
  readonly urgency: Grade | null;
  readonly priority: Priority | null;
  readonly policyVersion?: number | null;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  readonly queue: string | null;
  readonly assignee: (Named & { readonly externalId: string | null }) | null;
  readonly reopenCount: number;
  readonly transferCount: number;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly can: readonly Verb[];
};

type ActorKind = 'staff' | 'customer' | 'program' | 'system' | 'external';
export type Actor = { readonly kind: ActorKind; readonly id: string; readonly name?: string | null };

export type TimelineItem = {
  readonly position: number;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, unknown>>;
};

export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

export type Role = 'customer' | 'agent' | 'supervisor' | 'analyst' | 'admin';
export const STAFF_ROLES = ['agent', 'supervisor', 'analyst', 'admin'] as const;

export type Me = {
  readonly id: string;
  readonly tenant: string;
  readonly role: Role;
  readonly name: string | null;
  readonly permissions: readonly string[];
};

export const PRESENCES = ['available', 'away', 'offline'] as const;
export type Presence = (typeof PRESENCES)[number];

export type Customer = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly externalId: string | null;
  readonly registeredAt: string;
  readonly erasedAt: string | null;
};

export type StaffMember = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly externalId: string | null;
  readonly disabled: boolean;
};

/** What routing knows of a staff member: whether they take work, how many cases it may give them at once, and how many of those they have. */
export type Agent = { readonly id: string; readonly presence: Presence; readonly capacity: number; readonly places: number };

export type Queue = { readonly id: string; readonly name: string };
export type Matrix = readonly (readonly Priority[])[];

export type CasePolicy = {
  readonly version: number;
  readonly matrix: Matrix;
  readonly reopenWindowHours: number;
  readonly effectiveFrom: string | null;
  readonly publishedAt: string | null;
  readonly inForce: boolean;
};
