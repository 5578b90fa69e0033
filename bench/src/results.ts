import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Counters, Finding } from './bench.js';

/** One run of a bench, as it is printed. */
export type Result = Finding & {
  readonly bench: string;
  readonly machine: { readonly cores: number; readonly load: number; readonly loadAfter: number };
  readonly rounds: number;
  readonly events: number;
  readonly counters: Counters;
  readonly ok: boolean;
};

const folder = (kept: boolean): string => fileURLToPath(new URL(kept ? '../results/' : '../.runs/', import.meta.url));

/** Every run is kept as it was printed; those that the page is made of, under the bench's name. */
export const keepRun = (result: Result, kept: boolean): void => {
  const stamp = new Date().toISOString().replaceAll(':', '-');
  mkdirSync(folder(kept), { recursive: true });
  writeFileSync(`${folder(kept)}${kept ? result.bench : `${result.bench}-${stamp}`}.json`, `${JSON.stringify(result, null, 2)}\n`);
};

/** The runs that were kept, in the order of `names`. */
export const keptRuns = (names: readonly string[]): readonly Result[] =>
  names.map((name) => `${folder(true)}${name}.json`).filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Result);
