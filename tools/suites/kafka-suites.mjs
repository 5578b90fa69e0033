import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, start, stop } from '../kafka/cluster.mjs';
import { jars, missing } from '../kafka/jars.mjs';
import { ready } from '../kafka/ready.mjs';
import { jestSuite } from './jest-suite.mjs';

const KINDS = { 'on Kafka': ['kafkaSpecs'], 'on one broker': ['kafkaSpecs'], 'on three brokers': ['kafkaSpecs', 'clusterSpecs'], 'on three brokers that die': ['clusterSpecs'], 'on a platform of its own': ['faultSpecs'] };
const LEVEL = { kafkaSpecs: 'kafka-spec', clusterSpecs: 'cluster-spec', faultSpecs: 'fault-spec' };
/** What brings brokers of its own, and takes its time: it is asked for by name. */
const OWN = 'on a platform of its own';
const UNASKED = 'takes ten minutes: `ONMARU_TEST_FAULTS=on npm run test:all` runs it';

/** Runs `act` with the environment of `count` brokers that are its own. */
const onBrokers = (count) => async (act) => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-kafka-'));
  try {
    const brokers = await start(folder, count, { jars: jars(() => undefined), ready });
    return await act({ KAFKA_BROKERS: addressOf(brokers), KAFKA_CLUSTER: folder });
  } finally {
    await stop(folder);
  }
};

/** Where the specs that want a Kafka run: `{ kinds, why }`, where `why` says of a level that does not run what is missing. */
export const kafkaPlaces = ({ all, env }, lacking = all ? missing(env) : undefined) => {
  if (!all) {
    const why = 'needs a Kafka: `npm run test:all` runs it';
    return { kinds: [], why: { kafkaSpecs: why, clusterSpecs: why, faultSpecs: why } };
  }
  const asked = env.ONMARU_TEST_FAULTS === 'on';
  const own = asked && !lacking ? [OWN] : [];
  const faultSpecs = lacking ?? (asked ? undefined : UNASKED);
  const why = { ...(lacking && { clusterSpecs: lacking }), ...(faultSpecs && { faultSpecs }) };
  if (env.KAFKA_BROKERS) return { kinds: ['on Kafka', ...(lacking ? [] : ['on three brokers that die']), ...own], why };
  return lacking ? { kinds: [], why: { kafkaSpecs: lacking, ...why } } : { kinds: ['on one broker', 'on three brokers', ...own], why };
};

/**
 * The suites of projects with specs that want a Kafka, as `{ suites, notRun }`: on the one at KAFKA_BROKERS, else on
 * brokers of their own, where there are Java and Maven.
 */
export const kafkaSuites = (root, projects, { all, env, key }) => {
  const { kinds, why } = kafkaPlaces({ all, env });
  const around = { 'on Kafka': (act) => act({}), 'on one broker': onBrokers(1), 'on three brokers': onBrokers(3), 'on three brokers that die': onBrokers(3), 'on a platform of its own': (act) => act({}) };
  const suites = projects.flatMap((project) =>
    kinds.flatMap((kind) => {
      const levels = KINDS[kind].filter((level) => project[level].length > 0);
      // On three brokers runs what is about brokers; what stands upon the bus does not see how many there are.
      if (levels.length === 0 || (kind === 'on three brokers' && project.clusterSpecs.length === 0)) return [];
      const specs = levels.flatMap((level) => project[level]);
      const args = ['--runInBand', ...levels.map((level) => `--testMatch=<rootDir>/{src,test}/**/*.${LEVEL[level]}.ts`)];
      return [{ name: `${project.folder} ${kind}`, key, alone: true, act: () => around[kind]((given) => jestSuite(root, { folder: project.folder, specs, env: { ...env, ...given }, args })) }];
    }),
  );
  const notRun = Object.entries(why).flatMap(([level, because]) => projects.flatMap((project) => project[level].map((path) => `${path} (${because})`)));
  return { suites, notRun };
};
