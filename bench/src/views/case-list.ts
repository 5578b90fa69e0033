import type { Event, EventTypes } from '@onmaru/event-sourcing';
import { asInstant, asNumber, type AnyView, type View } from '@onmaru/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Data = { readonly note: string; readonly channel: string; readonly queueId: string; readonly impact: number; readonly urgency: number; readonly tags: readonly string[]; readonly customerId: string };
type Opened = Event<'CaseOpened', Data>;
type Noted = Event<'NoteAdded', Data>;
type CaseEvent = Opened | Noted;

const types: EventTypes<CaseEvent> = { context: 'cases', types: { CaseOpened: { version: 1 }, NoteAdded: { version: 1 } } };
const of = { category: 'case', events: types };

@Entity({ schema: 'bench', name: 'case_list_1' })
export class CaseRow {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') caseId: string;
  @Column('text') customerId: string;
  @Column('text') queueId: string;
  @Column('text') channel: string;
  @Column('integer') impact: number;
  @Column('integer') urgency: number;
  @Column('text', { array: true }) tags: readonly string[];
  @Column('text') lastNote: string;
  @Column('integer') events: number;
  @Column({ type: 'timestamptz', transformer: asInstant }) openedAt: string;
  @Column({ type: 'timestamptz', transformer: asInstant }) updatedAt: string;
  @Column({ type: 'bigint', transformer: asNumber }) position: number;
}

@Entity({ schema: 'bench', name: 'queue_load_1' })
export class QueueLoad {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') queueId: string;
  @Column('integer') events: number;
  @Column('integer') urgent: number;
}

@Entity({ schema: 'bench', name: 'customer_history_1' })
export class CustomerHistory {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') customerId: string;
  @Column('integer') events: number;
  @Column({ type: 'timestamptz', transformer: asInstant }) lastSeenAt: string;
}

@Entity({ schema: 'bench', name: 'daily_events_1' })
export class DailyEvents {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') day: string;
  @Column('integer') opened: number;
  @Column('integer') noted: number;
}

export const BENCH_TABLES = `
  create table bench.case_list_1 (
    tenant text, case_id text, customer_id text not null, queue_id text not null, channel text not null, impact integer not null,
    urgency integer not null, tags text[] not null, last_note text not null, events integer not null, opened_at timestamptz not null,
    updated_at timestamptz not null, position bigint not null, primary key (tenant, case_id));
  create index case_list_1_by_queue on bench.case_list_1 (tenant, queue_id, updated_at desc);
  create index case_list_1_by_customer on bench.case_list_1 (tenant, customer_id);
  create index case_list_1_by_urgency on bench.case_list_1 (tenant, urgency, opened_at);
  create table bench.queue_load_1 (tenant text, queue_id text, events integer not null, urgent integer not null, primary key (tenant, queue_id));
  create table bench.customer_history_1 (tenant text, customer_id text, events integer not null, last_seen_at timestamptz not null, primary key (tenant, customer_id));
  create table bench.daily_events_1 (tenant text, day text, opened integer not null, noted integer not null, primary key (tenant, day));`;

const caseList: View<CaseRow, CaseEvent> = {
  name: 'case-list',
  entity: CaseRow,
  of,
  recorded: ['position'],
  fold(row, { tenant, stream, type, occurredAt, position, data }) {
    const { note, channel, queueId, impact, urgency, tags, customerId } = data;
    if (!row || type === 'CaseOpened') {
      return { tenant, caseId: stream.slice('case-'.length), customerId, queueId, channel, impact, urgency, tags, lastNote: note, events: 1, openedAt: occurredAt, updatedAt: occurredAt, position };
    }
    return { ...row, queueId, lastNote: note, events: row.events + 1, updatedAt: occurredAt, position };
  },
};

const queueLoad: View<QueueLoad, CaseEvent> = {
  name: 'queue-load',
  entity: QueueLoad,
  of,
  key: ({ data }) => data.queueId,
  fold: (row, { tenant, data }) => ({ tenant, queueId: data.queueId, events: (row?.events ?? 0) + 1, urgent: (row?.urgent ?? 0) + (data.urgency > 2 ? 1 : 0) }),
};

const customerHistory: View<CustomerHistory, CaseEvent> = {
  name: 'customer-history',
  entity: CustomerHistory,
  of,
  key: ({ data }) => data.customerId,
  fold: (row, { tenant, occurredAt, data }) => ({ tenant, customerId: data.customerId, events: (row?.events ?? 0) + 1, lastSeenAt: occurredAt }),
};

const dailyEvents: View<DailyEvents, CaseEvent> = {
  name: 'daily-events',
  entity: DailyEvents,
  of,
  key: ({ occurredAt }) => occurredAt.slice(0, 10),
  fold: (row, { tenant, type, occurredAt }) => ({
    tenant,
    day: occurredAt.slice(0, 10),
    opened: (row?.opened ?? 0) + (type === 'CaseOpened' ? 1 : 0),
    noted: (row?.noted ?? 0) + (type === 'NoteAdded' ? 1 : 0),
  }),
};

export const BENCH_VIEWS: readonly AnyView[] = [caseList, queueLoad, customerHistory, dailyEvents];

/** What the log says without any fold of ours, and what the tables say: each a list of hashes that must be alike. */
export const TRUTH = `
  select 1 as nth, md5(string_agg(concat_ws(',', stream, events, urgency, updated, last), ';' order by stream)) as hash from (
    select substr(stream, 6) as stream, count(*) as events, max((data::json ->> 'urgency')::int) as urgency, max(occurred_at) as updated, max(position) as last
    from log.event where category = 'case' group by stream) s
  union all select 2, md5(string_agg(concat_ws(',', q, events), ';' order by q)) from (
    select data::json ->> 'queueId' as q, count(*) as events from log.event where category = 'case' group by 1) s
  union all select 3, md5(string_agg(concat_ws(',', c, events, seen), ';' order by c)) from (
    select data::json ->> 'customerId' as c, count(*) as events, (array_agg(occurred_at order by position desc))[1] as seen from log.event where category = 'case' group by 1) s
  union all select 4, md5(string_agg(concat_ws(',', d, opened, noted), ';' order by d)) from (
    select to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD') as d, count(*) filter (where type like '%CaseOpened%') as opened, count(*) filter (where type like '%NoteAdded%') as noted
    from log.event where category = 'case' group by 1) s
  order by nth`;
export const TABLES = `
  select 1 as nth, md5(string_agg(concat_ws(',', case_id, events, urgency, updated_at, position), ';' order by case_id)) as hash from bench.case_list_1
  union all select 2, md5(string_agg(concat_ws(',', queue_id, events), ';' order by queue_id)) from bench.queue_load_1
  union all select 3, md5(string_agg(concat_ws(',', customer_id, events, last_seen_at), ';' order by customer_id)) from bench.customer_history_1
  union all select 4, md5(string_agg(concat_ws(',', day, opened, noted), ';' order by day)) from bench.daily_events_1
  order by nth`;
