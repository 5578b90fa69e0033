import { OPEN_STATES, PRIORITIES, STATES, type Case, type CaseState, type Priority } from '../../ui/api/types.js';

/** What the list shows. Everything absent is anything. */
export type Filters = {
  readonly state?: readonly CaseState[];
  readonly priority?: readonly Priority[];
  readonly queue?: string;
  /** An id, `me`, or `none`. */
  readonly assignee?: string;
  readonly customerId?: string;
  readonly reopened?: true;
  readonly q?: string;
};

/** The same as the address holds it. */
export type FilterSearch = {
  readonly state?: string;
  readonly priority?: string;
  readonly queue?: string;
  readonly assignee?: string;
  readonly customerId?: string;
  readonly reopened?: boolean;
  readonly q?: string;
};

const words = (value: unknown): readonly string[] => (typeof value === 'string' || typeof value === 'number' ? String(value).split(',') : []);
const one = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number') && String(value).trim() !== '' ? String(value) : undefined;

/** Reads an address that anybody may have written: what makes no sense is left out. `open` stands for the states of an open case. */
export const filtersOf = (search: Readonly<Record<string, unknown>>): Filters => {
  const wished = words(search.state);
  const state = STATES.filter((each) => wished.includes(each) || (wished.includes('open') && OPEN_STATES.includes(each)));
  const priority = PRIORITIES.filter((each) => words(search.priority).includes(String(each)));
  const { queue, assignee, customerId, q } = { queue: one(search.queue), assignee: one(search.assignee), customerId: one(search.customerId), q: one(search.q) };
  return {
    ...(state.length > 0 && { state }),
    ...(priority.length > 0 && { priority }),
    ...(queue !== undefined && { queue }),
    ...(assignee !== undefined && { assignee }),
    ...(customerId !== undefined && { customerId }),
    ...((search.reopened === true || search.reopened === 'true') && { reopened: true as const }),
    ...(q !== undefined && { q }),
  };
};

const isOpenStates = (state: readonly CaseState[]): boolean => state.length === OPEN_STATES.length && OPEN_STATES.every((each) => state.includes(each));

/** `all` says in an address that nothing is left out on purpose. */
export const searchOf = ({ q, ...filters }: Filters): FilterSearch => {
  const narrowed = narrowing(filters);
  return { ...(Object.keys(narrowed).length === 0 ? { state: 'all' } : narrowed), ...(q && { q }) };
};

const narrowing = ({ state, priority, queue, assignee, customerId, reopened }: Omit<Filters, 'q'>): FilterSearch => ({
  ...(state && state.length > 0 && { state: isOpenStates(state) ? 'open' : state.join(',') }),
  ...(priority && priority.length > 0 && { priority: priority.join(',') }),
  ...(queue && { queue }),
  ...(assignee && { assignee }),
  ...(customerId && { customerId }),
  ...(reopened && { reopened }),
});

/** The same as the API is asked. A search begins at two letters. */
export const questionOf = (filters: Filters): Readonly<Record<string, string>> => {
  const { state, q, reopened, ...rest } = searchOf(filters);
  return {
    ...rest,
    ...(filters.state && state && { state: filters.state.join(',') }),
    ...(reopened && { reopened: 'true' }),
    ...(isSearchable(q) && { q: q?.trim() ?? '' }),
  };
};

const isSearchable = (q: string | undefined): boolean => [...(q?.trim() ?? '')].length >= 2;

/** Whether a case answers the filters, as far as a page can tell: a search it cannot. */
export const answers = (filters: Filters, row: Case, me: string): boolean => {
  const { state, priority, queue, assignee, customerId, reopened } = filters;
  const whose = assignee === 'me' ? me : assignee;
  return (
    (state === undefined || state.includes(row.state)) &&
    (priority === undefined || (row.priority !== null && priority.includes(row.priority))) &&
    (queue === undefined || row.queue === queue) &&
    (whose === undefined || (whose === 'none' ? row.assignee === null : row.assignee?.id === whose)) &&
    (customerId === undefined || row.customerId === customerId) &&
    (reopened === undefined || row.reopenCount > 0)
  );
};

export const VIEWS = ['mine', 'unassigned', 'onHold', 'reopened', 'open', 'all'] as const;
type View = (typeof VIEWS)[number];

export const filtersOfView = (view: View): Filters => {
  switch (view) {
    case 'mine':
      return { assignee: 'me', state: OPEN_STATES };
    case 'unassigned':
      return { assignee: 'none', state: OPEN_STATES };
    case 'onHold':
      return { state: ['on-hold'] };
    case 'reopened':
      return { reopened: true, state: OPEN_STATES };
    case 'open':
      return { state: OPEN_STATES };
    case 'all':
      return {};
  }
};

export const filtersOfQueue = (queue: string): Filters => ({ queue, state: OPEN_STATES });

/** Which view the filters are, the search aside; a queue's name, or null when they are somebody's own. */
export const viewOf = (filters: Filters): { readonly view: View } | { readonly queue: string } | null => {
  const asked = JSON.stringify(searchOf({ ...filters, q: undefined }));
  const view = VIEWS.find((each) => JSON.stringify(searchOf(filtersOfView(each))) === asked);
  if (view !== undefined) return { view };
  return filters.queue !== undefined && JSON.stringify(searchOf(filtersOfQueue(filters.queue))) === asked ? { queue: filters.queue } : null;
};
