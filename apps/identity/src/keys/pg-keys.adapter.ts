import { randomBytes } from 'node:crypto';
import { gathered, gatheredKeys, type Keys } from '@onmaru/event-sourcing';
import { Remembered } from '@onmaru/service-kit';
import type { Pool } from 'pg';

type Row = { tenant: string; subject: string; key: Buffer | null };
type Wanted = { readonly tenant: string; readonly subjects: readonly string[] };
const KEY_BYTES = 32;

/** Keys with the one way to destroy them. An erased subject keeps a mark, so that it never gets a key again. */
export type ErasableKeys = Keys & { erase(tenant: string, subject: string): Promise<void> };

const byName = (rows: readonly Row[]): Map<string, Uint8Array> =>
  new Map(rows.flatMap(({ subject, key }) => (key ? [[subject, key]] : [])));

/**
 * The keys to personal data in identity's own table; `pool` signs in as the role that owns it. Keys to seal with are
 * remembered for four seconds at most, and forgotten as soon as this process erases one: what is sealed with a key that is gone is lost.
 */
export const pgKeys = (pool: Pool): ErasableKeys => {
  const kept = gatheredKeys(keptKeys(pool));
  const remembered = new Remembered<Uint8Array>();

  return {
    toOpen: kept.toOpen,
    async toSeal(tenant, subjects) {
      const known = new Map<string, Uint8Array>();
      for (const subject of subjects) {
        const key = remembered.get(`${tenant}/${subject}`);
        if (key) known.set(subject, key);
      }
      const missing = subjects.filter((subject) => !known.has(subject));
      if (missing.length === 0) return known;
      const keep = remembered.asking();
      const found = await kept.toSeal(tenant, missing);
      for (const [subject, key] of found) keep(`${tenant}/${subject}`, key);
      return new Map([...known, ...found]);
    },
    async erase(tenant, subject) {
      try {
        await pool.query(ERASE, [tenant, subject]);
      } finally {
        remembered.forget(`${tenant}/${subject}`);
      }
    },
  };
};

/** The keys as they stand in the table. */
const keptKeys = (pool: Pool): Keys => {
  const find = gathered(async (questions: readonly Wanted[]): Promise<readonly (readonly Row[])[]> => {
    const tenants = questions.flatMap(({ tenant, subjects }) => subjects.map(() => tenant));
    if (tenants.length === 0) return questions.map(() => []);
    const { rows } = await pool.query<Row>({ name: 'keys-find', text: FIND, values: [tenants, questions.flatMap(({ subjects }) => subjects)] });
    const found = new Map(rows.map((row) => [`${row.tenant}/${row.subject}`, row]));
    return questions.map(({ tenant, subjects }) => subjects.flatMap((subject) => found.get(`${tenant}/${subject}`) ?? []));
  });

  const make = async (tenant: string, subjects: readonly string[]): Promise<readonly Row[]> => {
    const keys = subjects.map(() => randomBytes(KEY_BYTES));
    return (await pool.query<Row>(MAKE, [tenant, subjects, keys])).rows;
  };

  return {
    toOpen: async (tenant, subjects) => byName(await find({ tenant, subjects: [...new Set(subjects)] })),
    async toSeal(tenant, subjects) {
      const wanted = [...new Set(subjects)].sort();
      const found = await find({ tenant, subjects: wanted });
      const known = new Set(found.map(({ subject }) => subject));
      const missing = wanted.filter((subject) => !known.has(subject));
      return byName(missing.length === 0 ? found : [...found, ...(await make(tenant, missing))]);
    },
  };
};

const FIND = `
  SELECT k.tenant, k.subject, k.key FROM unnest($1::text[], $2::text[]) AS wanted (tenant, subject)
  JOIN identity.subject_key k ON k.tenant = wanted.tenant AND k.subject = wanted.subject`;

// The update changes nothing: it makes a key that somebody else has just made come back, too.
const MAKE = `
  INSERT INTO identity.subject_key (tenant, subject, key) SELECT $1, * FROM unnest($2::text[], $3::bytea[])
  ON CONFLICT (tenant, subject) DO UPDATE SET tenant = excluded.tenant RETURNING subject_key.tenant, subject, key`;

const ERASE = `
  INSERT INTO identity.subject_key (tenant, subject, erased_at) VALUES ($1, $2, now())
  ON CONFLICT (tenant, subject) DO UPDATE SET key = NULL, erased_at = coalesce(subject_key.erased_at, now())`;
