import { jestSuite } from './jest-suite.mjs';

/** Why specs that want an EventStoreDB do not run; undefined where they do. */
export const eventStoreDbLacking = ({ all, env }) => {
  if (!all) return 'needs an EventStoreDB: `npm run test:all` runs it on the one at EVENTSTORE_URL';
  return env.EVENTSTORE_URL ? undefined : 'needs an EventStoreDB or a KurrentDB, and none is given: set EVENTSTORE_URL to one that it may write into, such as esdb://127.0.0.1:2113?tls=false';
};

/**
 * The suites of projects with specs that want an EventStoreDB, as `{ suites, notRun }`. There is none in npm, so it has to
 * be given; what it says is another time's answer to the same question, so it is never taken from before.
 */
export const eventStoreDbSuites = (root, projects, { all, env }) => {
  const lacking = eventStoreDbLacking({ all, env });
  const wanting = projects.filter((project) => project.eventStoreDbSpecs.length > 0);
  if (lacking) return { suites: [], notRun: wanting.flatMap(({ eventStoreDbSpecs }) => eventStoreDbSpecs.map((path) => `${path} (${lacking})`)) };
  const args = ['--runInBand', '--testMatch=<rootDir>/{src,test}/**/*.eventstoredb-spec.ts'];
  const suites = wanting.map(({ folder, eventStoreDbSpecs: specs }) => ({ name: `${folder} on EventStoreDB`, alone: true, act: () => jestSuite(root, { folder, specs, env, args }) }));
  return { suites, notRun: [] };
};
