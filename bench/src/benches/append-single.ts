import { appendBench } from '../appends/append-bench.js';
import type { Bench } from '../bench.js';

/** At 256 callers only ours runs: it must be no slower than at 32. */
export const appendSingle: Bench = {
  name: 'append-single',
  about: 'One event per append onto cases, one expected revision in twenty wrong, against Emmett, Castore and pgbench INSERT.',
  async run(ground, settings) {
    const finding = await appendBench(ground, settings, {
      shape: 'single',
      seconds: 4,
      limitRows: [1],
      levels: [
        { callers: 1, emmett: true, castore: true, limit: true },
        { callers: 8, emmett: true, limit: true },
        { callers: 32, emmett: true, castore: true, limit: true },
        { callers: 256 },
      ],
    });
    const rateAt = (callers: number): number => (finding.absolute[`@${callers}`] as { onmaru: { eventsPerSecond: number } }).onmaru.eventsPerSecond;
    return { ...finding, ratios: { ...finding.ratios, '@256vs@32': Number((rateAt(256) / rateAt(32)).toPrecision(3)) } };
  },
};
