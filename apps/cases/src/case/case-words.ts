import type { Grade, Priority } from '../case-policy/priority-matrix.js';

export type Attributes = Readonly<Record<string, string | number | boolean | null>>;
export type HoldReason = 'customer' | 'vendor' | 'problem' | 'evidence';
export type Ranking = { readonly impact: Grade; readonly urgency: Grade; readonly priority: Priority; readonly policyVersion: number };
export type Classification = { readonly category: string | null; readonly subcategory: string | null };
export type OfCustomer = { readonly customerId: string | null };
export type Words = OfCustomer & { readonly text: string | null };

export type Opening = OfCustomer &
  Ranking &
  Classification & {
    readonly number: string;
    readonly externalId: string | null;
    readonly subject: string | null;
    readonly description: string | null;
    readonly channel: string;
    readonly attributes: Attributes;
    readonly queueId: string | null;
  };
