import { placeOf, type Place } from './cursor.js';

export type InboxQuestion = {
  readonly queue?: string;
  readonly states?: readonly string[];
  readonly priorities?: readonly number[];
  /** Null: nobody. */
  readonly assigneeId?: string | null;
  readonly customerId?: string;
  readonly externalId?: string;
  readonly reopened?: boolean;
  readonly q?: string;
  readonly limit: number;
  readonly after?: Place;
};

type Filters = {
  readonly queue?: string;
  readonly state?: string;
  readonly priority?: string;
  readonly assignee?: string;
  readonly customerId?: string;
  readonly externalId?: string;
  readonly reopened?: string;
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
};
type Asker = { readonly role: string; readonly actor: { readonly id: string } };

const PAGE = 50;

/** What the filters ask for; a customer sees nobody's cases but their own, whatever they ask. */
export const inboxQuestion = (filters: Filters, { role, actor }: Asker): InboxQuestion => {
  const { queue, state, priority, assignee, customerId, externalId, reopened, q, limit, cursor } = filters;
  const whose = role === 'customer' ? actor.id : customerId;
  return {
    ...(queue !== undefined && { queue }),
    ...(state !== undefined && { states: state.split(',') }),
    ...(priority !== undefined && { priorities: priority.split(',').map(Number) }),
    ...(assignee !== undefined && { assigneeId: assignee === 'none' ? null : assignee === 'me' ? actor.id : assignee }),
    ...(whose !== undefined && { customerId: whose }),
    ...(externalId !== undefined && { externalId }),
    ...(reopened !== undefined && { reopened: reopened === 'true' }),
    ...(q !== undefined && { q }),
    ...(cursor !== undefined && { after: placeOf(cursor) }),
    limit: limit ?? PAGE,
  };
};
