import { useQueryClient } from '@tanstack/react-query';
import { caseIdOf, isOfAgents, routedCaseIdOf, type LiveEvent } from './live-event.js';

const PATIENCE = 200;

/** Gathers events for a moment, so that a flood becomes one look, and tells what was gathered. */
export const gathered = (tell: (events: readonly LiveEvent[]) => void, patience = PATIENCE): ((events: readonly LiveEvent[]) => void) => {
  let waiting: LiveEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  return (events) => {
    waiting.push(...events);
    timer ??= setTimeout(() => {
      const all = waiting;
      waiting = [];
      timer = null;
      tell(all);
    }, patience);
  };
};

export const caseIdsIn = (events: readonly LiveEvent[]): ReadonlySet<string> => new Set(events.map(caseIdOf).filter((id) => id !== null));

/** Lets pages that show a changed case, or who takes work, fetch it again. */
export const useRefreshCases = (): ((events: readonly LiveEvent[]) => void) => {
  const client = useQueryClient();
  return (events) => {
    const ids = caseIdsIn(events);
    const routed = new Set([...ids, ...events.map(routedCaseIdOf)]);
    void client.invalidateQueries({ predicate: ({ queryKey: [kind, id] }) => kind === 'routing' && routed.has(String(id)) });
    if (events.some(isOfAgents)) void client.invalidateQueries({ queryKey: ['agents'] }, { cancelRefetch: false });
    if (ids.size === 0) return;
    void client.invalidateQueries({ predicate: ({ queryKey: [kind, id, past] }) => (kind === 'case' || kind === 'timeline') && past === undefined && ids.has(String(id)) });
    void client.invalidateQueries({ queryKey: ['counts'] });
  };
};
