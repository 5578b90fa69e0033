import { recorded, type StoredEvent } from '@onmaru/event-sourcing';
import type { Caller } from '@onmaru/service-kit';
import type { CaseStreams } from '../../case/case-streams.adapter.js';
import { cases, type RecordedCaseEvent } from '../../case/case.js';
import type { DirectoryQuery } from '../../directory/directory.query.js';
import { forCustomer, isPublic, timelineItem, type TimelineItem } from './case-timeline.js';

export type TimelinePage = { readonly items: readonly TimelineItem[]; readonly nextCursor: string | null };

/** A case's time line is its stream: there is no table that could lag behind it. */
export class CaseTimelineQuery {
  constructor(
    private readonly streams: CaseStreams,
    private readonly directory: DirectoryQuery,
  ) {}

  /** The page after a revision; null when there is no such case for this caller. */
  async page({ tenant, role, actor }: Caller, caseId: string, after: number, limit: number): Promise<TimelinePage | null> {
    const history = await this.streams.history(tenant, caseId);
    if (history.length === 0 || (role === 'customer' && customerOf(history) !== actor.id)) return null;
    const events = history.map(readable).filter(({ event }) => event.revision > after && (role !== 'customer' || isPublic(event)));
    const shown = events.slice(0, limit);
    const names = await this.directory.names(tenant, shown.flatMap(({ event }) => idsIn(event)));
    const items = shown.map(({ event, type }) => timelineItem(event, type, names));
    const last = items.at(-1);
    return {
      items: role === 'customer' ? items.map(forCustomer) : items,
      nextCursor: events.length > limit && last ? String(last.revision) : null,
    };
  }
}

const readable = (stored: StoredEvent) => ({ type: stored.type, event: recorded(cases.events, stored) });

const customerOf = (history: readonly StoredEvent[]): string | null =>
  history.reduce<string | null>((customerId, { data }) => ('customerId' in data ? (data.customerId as string | null) : customerId), null);

const idsIn = ({ actor, data }: RecordedCaseEvent): readonly (string | null)[] => [
  actor.id,
  'queueId' in data ? data.queueId : null,
  'assigneeId' in data ? data.assigneeId : null,
];
