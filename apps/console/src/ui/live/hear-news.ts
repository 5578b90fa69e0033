import type { QueryClient } from '@tanstack/react-query';
import { madeStaleBy } from '../requests/stale.js';
import { changedBy, isOfAgents, type LiveEvent } from './live-event.js';

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

/** Fetches again what shows something that has changed. */
export const refreshAfter = (client: QueryClient, events: readonly LiveEvent[]): void => {
  void client.invalidateQueries({ predicate: madeStaleBy(events.flatMap(changedBy)) });
  // The list of all agents is long: whoever is fetching it is let finish.
  if (events.some(isOfAgents)) void client.invalidateQueries({ predicate: madeStaleBy(['agent']) }, { cancelRefetch: false });
};
