import type { Bench } from '../bench.js';
import type { RebuildResult } from '../contenders/onmaru-rebuild.js';
import { median, rounded } from '../statistics.js';
import { projectFinding, projectRounds } from '../views/project-bench.js';

export const projectRebuild: Bench = {
  name: 'project-rebuild',
  about: 'Four views rebuilt beside those that serve and swapped in, while events come and a reader looks, against reading, decoding and folding alone, and Emmett.',
  async run(ground, settings) {
    const rounds = await projectRounds<RebuildResult>(ground, settings, 'onmaru-rebuild');
    const of = (value: (one: RebuildResult) => number): number => rounded(median(rounds.ours.map(value)));
    const more = { readerMs: { longest: rounded(Math.max(...rounds.ours.map(({ seen }) => seen.longestMs))), p99: of(({ seen }) => seen.p99Ms) }, appendedMeanwhile: of(({ seen }) => seen.appended) };
    return projectFinding(rounds, more, ['the time of a rebuild includes the proof, by a hash of all rows old and new, that both are alike; readerMs is how long a reader waited for one row, at the longest']);
  },
};
