import { appendBench } from '../appends/append-bench.js';
import type { Bench } from '../bench.js';

export const appendHotStream: Bench = {
  name: 'append-hot-stream',
  about: 'Thirty-two callers onto one stream, each trying again with the revision it was told, against Emmett.',
  run: (ground, settings) => appendBench(ground, settings, { shape: 'hot', seconds: 6, limitRows: [], levels: [{ callers: 32, emmett: true }] }),
};
