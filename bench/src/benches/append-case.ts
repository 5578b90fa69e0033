import { appendBench } from '../appends/append-bench.js';
import type { Bench } from '../bench.js';

export const appendCase: Bench = {
  name: 'append-case',
  about: 'A whole case of five to ten events per append, against Emmett and pgbench INSERT of as many rows.',
  run: (ground, settings) => appendBench(ground, settings, { shape: 'case', seconds: 6, limitRows: [7, 8], levels: [{ callers: 32, emmett: true, limit: true }] }),
};
