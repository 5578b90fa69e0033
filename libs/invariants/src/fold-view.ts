import { idOf, parseStoredName, recorded, type EventTypes, type Position, type Recorded, type StoredEvent } from '@onmaru/event-sourcing';
import { erasureBook, type ErasedSubject, type Personal, type Row } from './erasure-book.js';
import type { Breach } from './findings.js';

/** A view, as far as folding it needs. */
export type FoldableView = {
  readonly name: string;
  readonly of: { readonly events: EventTypes };
  key?(event: Recorded): string | readonly string[] | null;
  fold(row: object | null, event: Recorded): object | null;
  readonly personal?: Personal;
};

/** A stream that the view has not folded from `position` on. */
export type ParkedStream = { readonly tenant: string; readonly stream: string; readonly position: Position };

export type ViewFold = {
  readonly take: (event: StoredEvent) => void;
  /** What the log makes of the view, and what could not be folded. */
  end(): { readonly rows: readonly Row[]; readonly breaches: readonly Breach[] };
};

type Slot = { row: Row | null; at: Position };

/** Folds a view in memory by its rules alone; an erased person's columns are null from the erasure on. */
export const viewFold = (view: FoldableView, erasedSubject: ErasedSubject, parked: readonly ParkedStream[]): ViewFold => {
  const slots = new Map<string, Slot>();
  const erasures = erasureBook(view.personal, erasedSubject);
  const stopped = new Map(parked.map(({ tenant, stream, position }) => [`${tenant}\n${stream}`, position]));
  const breaches: Breach[] = parked.map((one) => ({ what: 'stream-parked', view: view.name, ...one }));
  const offered = offering(view.of.events);
  const current = ({ row, at }: Slot): Row | null => row && erasures.applied(row, at);

  const fold = (stored: StoredEvent): void => {
    const event = recorded(view.of.events, stored);
    const { tenant, position } = event;
    const key = view.key ? view.key(event) : idOf(event);
    if (key === null) return;
    const name = [tenant, ...(typeof key === 'string' ? [key] : key)].join('\u0000');
    const slot = slots.get(name) ?? { row: null, at: position };
    const next = view.fold(current(slot), event) as Row | null;
    if (next && next['tenant'] !== tenant) throw new Error('the row is of another tenant');
    slot.row = Object.freeze(next);
    slot.at = position;
    slots.set(name, slot);
  };

  return {
    take(stored) {
      const { tenant, stream, position } = stored;
      if (offered(stored.type) && position < (stopped.get(`${tenant}\n${stream}`) ?? Infinity)) {
        try {
          fold(stored);
        } catch {
          stopped.set(`${tenant}\n${stream}`, position);
          breaches.push({ what: 'fold-fails', view: view.name, tenant, stream, position });
        }
      }
      erasures.see(stored);
    },
    end: () => ({ rows: [...slots.values()].map(current).filter((row) => row !== null), breaches }),
  };
};

const offering = ({ context, types }: EventTypes) => {
  const known = new Map<string, boolean>();
  return (name: string): boolean => {
    const stored = known.has(name) ? null : parseStoredName(name);
    if (stored) known.set(name, stored.context === context && Object.hasOwn(types, stored.type));
    return known.get(name) ?? false;
  };
};
