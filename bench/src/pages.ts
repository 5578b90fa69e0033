import { BENCHES } from './benches/index.js';
import { benchmarksPage } from './page/benchmarks-page.js';
import { plots } from './page/plots.js';
import { keptRuns } from './results.js';

/** Path → the page of benchmarks and its pictures, as they should be now. */
export const benchmarkPages = (): Readonly<Record<string, string>> => {
  const results = keptRuns(BENCHES.map(({ name }) => name));
  const drawn = plots(results);
  return {
    'docs/reference/benchmarks.md': benchmarksPage(BENCHES, results, Object.keys(drawn)),
    ...Object.fromEntries(Object.entries(drawn).map(([file, svg]) => [`docs/pictures/${file}`, svg])),
  };
};
