import type { Bench } from '../bench.js';
import type { ProjectResult } from '../views/projecting.js';
import { projectFinding, projectRounds } from '../views/project-bench.js';

export const projectLive: Bench = {
  name: 'project-live',
  about: 'Four views that follow the log from its beginning, rows and checkpoint in one transaction, against reading, decoding and folding alone, and Emmett.',
  run: async (ground, settings) => projectFinding(await projectRounds<ProjectResult>(ground, settings, 'onmaru-project'), {}, []),
};
