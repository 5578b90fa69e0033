import type { Event, EventTypes } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { asInstant, asNumber } from '../instant-column.js';
import type { View } from '../view.js';

type Opened = Event<'CaseOpened', { customerId: string; subject: string | null; tags?: string[]; attributes?: object; urgency?: unknown }>;
type NoteAdded = Event<'NoteAdded', { text: string | null }>;
type Resolved = Event<'CaseResolved', object>;
type Withdrawn = Event<'CaseWithdrawn', object>;
export type SampleEvent = Opened | NoteAdded | Resolved | Withdrawn;

/** A small context for the specs of this lib; `CaseLabelled` is known to the context's log but not to these types. */
export const sampleTypes: EventTypes<SampleEvent> = {
  context: 'cases',
  types: {
    CaseOpened: { version: 1, personal: ['subject'], subject: 'customerId' },
    NoteAdded: { version: 1, personal: ['text'] },
    CaseResolved: { version: 1 },
    CaseWithdrawn: { version: 1 },
  },
};

@Entity({ schema: 'cases', name: 'case_details_1' })
export class CaseDetails {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('uuid') caseId: string;
  @Column('text') customerId: string;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('integer') urgency: number;
  @Column('text', { array: true }) tags: string[];
  @Column('jsonb') attributes: object;
  @Column({ type: 'timestamptz', transformer: asInstant }) openedAt: Instant;
  @Column({ type: 'timestamptz', nullable: true, transformer: asInstant }) resolvedAt: Instant | null;
  @Column('integer') notes: number;
  @Column({ type: 'bigint', transformer: asNumber }) lastPosition: number;
}

@Entity({ schema: 'cases', name: 'customer_cases_1' })
export class CustomerCases {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') customerId: string;
  @Column('integer') opened: number;
}

export const SAMPLE_TABLES = `
  CREATE TABLE cases.case_details_1 (
    tenant text, case_id uuid, customer_id text NOT NULL, subject text, urgency integer NOT NULL, tags text[] NOT NULL,
    attributes jsonb NOT NULL, opened_at timestamptz NOT NULL, resolved_at timestamptz, notes integer NOT NULL DEFAULT 0,
    last_position bigint NOT NULL, words text GENERATED ALWAYS AS (lower(subject)) STORED,
    PRIMARY KEY (tenant, case_id), CONSTRAINT urgency_is_known CHECK (urgency < 10));
  CREATE INDEX case_details_1_by_customer ON cases.case_details_1 (tenant, customer_id, opened_at DESC);
  CREATE INDEX case_details_1_open ON cases.case_details_1 (tenant, opened_at) WHERE resolved_at IS NULL;
  CREATE TABLE cases.customer_cases_1 (tenant text, customer_id text, opened integer NOT NULL, PRIMARY KEY (tenant, customer_id));`;

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** Texts that make the fold of {@link caseDetails} throw for as long as they are in here. */
export const poison = new Set<string>();

export const caseDetails: View<CaseDetails, SampleEvent> = {
  name: 'case-details',
  entity: CaseDetails,
  of: { category: 'case', events: sampleTypes },
  personal: { subject: 'customerId', columns: ['subject'] },
  recorded: ['lastPosition', 'attributes.at'],
  key: ({ stream }) => idOf(stream),
  fold(row, event) {
    const { type, tenant, stream, position: lastPosition, occurredAt, data } = event;
    if (type === 'CaseOpened') {
      if (data.subject !== null && poison.has(data.subject)) throw new Error('this text does not agree with the fold');
      const { customerId, subject, tags = [], attributes = {}, urgency = 3 } = data;
      const fresh = { resolvedAt: null, notes: 0, openedAt: occurredAt, lastPosition };
      return { tenant, caseId: idOf(stream), customerId, subject, urgency: urgency as number, tags, attributes, ...fresh };
    }
    if (!row || type === 'CaseWithdrawn') return null;
    if (type === 'CaseResolved') return { ...row, resolvedAt: occurredAt, lastPosition };
    if (data.text !== null && poison.has(data.text)) throw new Error('this note does not agree with the fold');
    return { ...row, notes: row.notes + 1, lastPosition };
  },
};

/** Rows in which several streams have a part. */
export const customerCases: View<CustomerCases, SampleEvent> = {
  name: 'customer-cases',
  entity: CustomerCases,
  of: { category: 'case', events: sampleTypes },
  key: (event) => (event.type === 'CaseOpened' ? event.data.customerId : null),
  fold(row, { type, tenant, data }) {
    if (type !== 'CaseOpened') return row;
    if (data.subject !== null && poison.has(data.subject)) throw new Error('this text does not agree with the fold');
    return { tenant, customerId: data.customerId, opened: (row?.opened ?? 0) + 1 };
  },
};
