import type { Position, StoredEvent } from '@onmaru/event-sourcing';

export type Row = Readonly<Record<string, unknown>>;
/** A view's columns with personal text, and the column that names whose it is. */
export type Personal = { readonly subject: string; readonly columns: readonly string[] };
export type ErasedSubject = (event: StoredEvent) => string | null;

export type ErasureBook = {
  readonly see: (event: StoredEvent) => void;
  /** The row after the erasures seen, where the row itself stands as of `since`. */
  readonly applied: (row: Row, since: Position) => Row;
};

/** Who was erased and when. An erasure is applied to a row when that is looked at, so it costs the same however many rows there are. */
export const erasureBook = (personal: Personal | undefined, erasedSubject: ErasedSubject): ErasureBook => {
  const erasures = new Map<string, Position>();
  const withheld = Object.fromEntries((personal?.columns ?? []).map((column) => [column, null]));
  return {
    see(event) {
      const subject = personal && erasedSubject(event);
      if (subject) erasures.set(`${event.tenant}\n${subject}`, event.position);
    },
    applied(row, since) {
      if (!personal) return row;
      const erasedAt = erasures.get(`${String(row['tenant'])}\n${String(row[personal.subject])}`) ?? -1;
      return erasedAt >= since ? Object.freeze({ ...row, ...withheld }) : row;
    },
  };
};
