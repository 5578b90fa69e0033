import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One run of a bench, as it is printed. */
export type Result = { readonly bench: string; readonly [part: string]: unknown };

const folder = (kept: boolean): string => fileURLToPath(new URL(kept ? '../results/' : '../.runs/', import.meta.url));

/** Every run is kept as it was printed; those that the page is made of, under the bench's name. */
export const keepRun = (result: Result, kept: boolean): void => {
  const stamp = new Date().toISOString().replaceAll(':', '-');
  mkdirSync(folder(kept), { recursive: true });
  writeFileSync(`${folder(kept)}${kept ? result.bench : `${result.bench}-${stamp}`}.json`, `${JSON.stringify(result, null, 2)}\n`);
};
