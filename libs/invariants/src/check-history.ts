import type { Position, Revision, StoredEvent } from '@onmaru/event-sourcing';
import { findings, type Check } from './findings.js';

/** One command as whoever sent it saw it end, however often it was sent. */
export type Attempted = {
  readonly tenant: string;
  /** What its events carry. */
  readonly commandId: string;
  /** `ok`: acknowledged; `fail`: refused; `info`: nobody can say. */
  readonly outcome: 'ok' | 'fail' | 'info';
  /** It may have found everything as it wished, and changed nothing. */
  readonly mayChangeNothing?: true;
};

export type HistoryCheck = { see(event: StoredEvent): void; end(history: Iterable<Attempted>): Check };

type Place = { readonly stream: string; readonly at: Position; times: number; position: Position; revision: Revision; types: readonly string[] };

const nameOf = (tenant: string, commandId: string): string => `${tenant}\n${commandId}`;

/** Events of one append stand together, and say different things. */
const goesOn = (place: Place, { stream, position, revision, type }: StoredEvent): boolean =>
  place.stream === stream && position === place.position + 1 && revision === place.revision + 1 && !place.types.includes(type);

/**
 * I1: what was acknowledged is in the log exactly once, what was refused is not, and what nobody can say anything of is
 * there once or not at all.
 */
export const historyCheck = (): HistoryCheck => {
  const found = findings('I1');
  const places = new Map<string, Place>();

  const judge = ({ tenant, commandId, outcome, mayChangeNothing }: Attempted): void => {
    const place = places.get(nameOf(tenant, commandId));
    const times = place?.times ?? 0;
    const breach = (what: string): void => found.breach({ what, tenant, id: commandId, ...(place && { stream: place.stream, position: place.at }) });
    found.count();
    if (times > 1) breach('command-twice');
    if (outcome === 'ok' && times === 0 && !mayChangeNothing) breach('acknowledged-and-lost');
    if (outcome === 'fail' && times > 0) breach('refused-and-there');
  };

  return {
    see(event) {
      const { tenant, commandId, stream, position, revision, type } = event;
      const name = nameOf(tenant, commandId);
      const place = places.get(name);
      if (!place) places.set(name, { stream, at: position, times: 1, position, revision, types: [type] });
      else if (goesOn(place, event)) Object.assign(place, { position, revision, types: [...place.types, type] });
      else place.times += 1;
    },
    end(history) {
      for (const one of history) judge(one);
      return found.check();
    },
  };
};
