/** PostgreSQL could not be started. The message says the cause and what to do about it. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';
}

type Place = { readonly dir: string; readonly port?: number };

const known: readonly [RegExp, (place: Place) => string][] = [
  [/No space left on device|Disk quota exceeded|Check free disk space/, ({ dir }) => `The disk that holds ${dir} is full. Free some space, or choose a data folder on another disk.`],
  [/Address already in use|could not create any TCP/, ({ port }) => `Port ${port} is in use by another program. Stop that program, or choose another port.`],
  [/lock file ".*" already exists|shared memory block .* still in use/, ({ dir }) => `Another PostgreSQL is using ${dir}. Stop it first, or choose another data folder.`],
  [/error while loading shared libraries|libpq|image not found/, () => `PostgreSQL's own libraries are missing. Install again with "npm ci", install scripts allowed.`],
  [/[Pp]ermission denied|Operation not permitted/, ({ dir }) => `PostgreSQL may not read or write ${dir}. Give the folder to the user who starts it, or choose another one.`],
  [/cannot allocate memory|could not map anonymous shared memory/i, () => 'There is not enough memory for PostgreSQL. Stop other programs, or give the machine or container more.'],
];

/** What PostgreSQL printed → an error that a person can act upon; its own last words follow. */
export const explain = (printed: string, place: Place): PostgresStartError => {
  const words = printed.trim().split('\n').slice(-12).join('\n');
  const advice = known.find(([pattern]) => pattern.test(printed))?.[1](place) ?? `PostgreSQL did not start in ${place.dir}.`;
  return new PostgresStartError(words === '' ? advice : `${advice}\n${words}`);
};

export const isPortTaken = (printed: string): boolean => /Address already in use|could not create any TCP/.test(printed);
