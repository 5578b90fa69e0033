import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { jestSuite } from './jest-suite.mjs';

const PROGRAMS = {
  helm: '`go install helm.sh/helm/v3/cmd/helm@v3.19.2`',
  'kubernetes-validate': 'PyPI: `pip install kubernetes-validate`',
  promtool: 'Debian: `apt-get install prometheus`',
};

const isThere = (program, { PATH = '' }) =>
  PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Why what the chart makes cannot be looked at here; undefined when it can. */
export const chartLacks = ({ all, env }) => {
  if (!all) return 'needs helm: `npm run test:all` runs it';
  const lacking = Object.entries(PROGRAMS).filter(([program]) => !isThere(program, env));
  return lacking.length === 0 ? undefined : lacking.map(([program, how]) => `there is no \`${program}\` (${how})`).join(', ');
};

/** The suites of projects with specs that look at what the chart makes, as `{ suites, notRun }`. */
export const chartSuites = (root, projects, { all, env, key }) => {
  const lacks = chartLacks({ all, env });
  const having = projects.filter(({ chartSpecs }) => chartSpecs.length > 0);
  if (lacks !== undefined) return { suites: [], notRun: having.flatMap(({ chartSpecs }) => chartSpecs.map((path) => `${path} (${lacks})`)) };
  const args = ['--testMatch=<rootDir>/**/*.chart-spec.ts'];
  return { suites: having.map(({ folder, chartSpecs }) => ({ name: `${folder} on the chart`, key, act: () => jestSuite(root, { folder, specs: chartSpecs, env, args }) })), notRun: [] };
};
