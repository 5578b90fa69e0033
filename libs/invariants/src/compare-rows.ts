import type { StrayRow } from './check-tenants.js';
import type { Row } from './erasure-book.js';
import type { Breach, Findings } from './findings.js';

/** How a view's rows look: the names of the columns, and those of its key besides `tenant`. */
export type RowShape = { readonly view: string; readonly columns: readonly string[]; readonly key: readonly string[] };

export type RowComparison = {
  /** A row as the view has it. */
  readonly take: (row: Row) => void;
  /** Rows that stand in a tenant which the log does not put them in, though their key is another tenant's. */
  end(): { readonly checked: number; readonly strays: readonly StrayRow[] };
};

/** How many differing columns a breach names. */
const NAMED = 5;

/** I3: compares the rows that a view has with those that the log makes of it, column by column. */
export const rowComparison = ({ view, columns, key }: RowShape, expected: readonly Row[], found: Findings): RowComparison => {
  const keyOf = (row: Row): string[] => key.map((column) => String(row[column]));
  const nameOf = (row: Row): string => [String(row['tenant']), ...keyOf(row)].join('\u0000');
  const wanted = new Map(expected.map((row) => [nameOf(row), row]));
  const seen = new Set<string>();
  const tooMany: StrayRow[] = [];
  let checked = 0;
  const breach = (what: string, row: Row, more?: Partial<Breach>): void => {
    found.breach({ what, view, tenant: String(row['tenant']), key: keyOf(row), ...more });
  };

  const strays = (): StrayRow[] => {
    if (tooMany.length === 0) return [];
    const known = new Set(expected.map((row) => keyOf(row).join('\u0000')));
    return tooMany.filter((row) => known.has(row.key.join('\u0000')));
  };

  return {
    take(row) {
      checked += 1;
      found.count();
      const name = nameOf(row);
      const want = wanted.get(name);
      if (!want) {
        tooMany.push({ view, tenant: String(row['tenant']), key: keyOf(row) });
        return breach('row-too-many', row);
      }
      seen.add(name);
      const differing = columns.filter((column) => !same(row[column], want[column]));
      if (differing.length > 0) breach('row-differs', row, { columns: differing.slice(0, NAMED) });
    },
    end() {
      for (const [name, row] of wanted) if (!seen.has(name)) breach('row-missing', row);
      return { checked, strays: strays() };
    },
  };
};

const same = (one: unknown, other: unknown): boolean => one === other || canonical(one) === canonical(other);

/** JSON that does not depend on the order of members; what is not there is null. */
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(byName)) : part,
  );

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);
