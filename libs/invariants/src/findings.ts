/** One thing that is not as it must be. It names places and columns, never what they hold. */
export type Breach = {
  /** In kebab-case, such as `revision-gap`. */
  readonly what: string;
  readonly tenant?: string;
  readonly stream?: string;
  readonly position?: number;
  readonly view?: string;
  readonly key?: readonly string[];
  readonly columns?: readonly string[];
  readonly id?: string;
  /** How many more there are than are listed. */
  readonly more?: number;
};

export type Check = { readonly id: string; readonly ok: boolean; readonly checked: number; readonly breaches: readonly Breach[] };

/** How many breaches a check lists; the others are counted. */
export const LISTED = 100;

export type Findings = {
  readonly count: (more?: number) => void;
  readonly breach: (breach: Breach) => void;
  readonly check: () => Check;
};

/** What one check has looked at and found so far. */
export const findings = (id: string): Findings => {
  const listed: Breach[] = [];
  let found = 0;
  let checked = 0;
  return {
    count(more = 1) {
      checked += more;
    },
    breach(breach) {
      found += 1;
      if (found <= LISTED) listed.push(breach);
    },
    check() {
      const breaches = found > LISTED ? [...listed, { what: 'and-more', more: found - LISTED }] : listed;
      return { id, ok: found === 0, checked, breaches };
    },
  };
};
