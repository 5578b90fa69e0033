// Apache Kafka as jars from Maven Central, fetched once for all checkouts of a user.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const KAFKA = '4.1.1';
const JAVA = 17;

const POM = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>onmaru</groupId><artifactId>kafka</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${KAFKA}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;

/** What a program says of itself; undefined when there is no such program. */
const saidBy = (command, env) => {
  const { status, stdout } = spawnSync('/bin/sh', ['-c', `${command} 2>&1`], { env, encoding: 'utf8' });
  return status === 127 ? undefined : stdout;
};

const versionOf = (said) => Number(/version "(\d+)/.exec(said)?.[1] ?? 0);

export const cacheOf = (env = process.env) => join(env.XDG_CACHE_HOME || join(env.HOME ?? homedir(), '.cache'), 'onmaru', `kafka-${KAFKA}`);

/**
 * Why a Kafka cannot be started here, and what to do about it; undefined when it can.
 * @param {NodeJS.ProcessEnv} [env]
 */
export const missing = (env = process.env) => {
  const said = saidBy('java -version', env);
  if (said === undefined) return `Kafka needs Java ${JAVA} or newer, and there is no \`java\`: install one (Debian: \`apt-get install openjdk-17-jre-headless\`), or set KAFKA_BROKERS to a Kafka that runs elsewhere.`;
  if (versionOf(said) < JAVA) return `Kafka needs Java ${JAVA} or newer, and \`java\` is ${versionOf(said)}: install a newer one, or set KAFKA_BROKERS to a Kafka that runs elsewhere.`;
  if (existsSync(cacheOf(env)) || saidBy('mvn -version', env) !== undefined) return undefined;
  return 'Kafka is fetched by Maven, and there is no `mvn`: install it (Debian: `apt-get install maven`), or set KAFKA_BROKERS to a Kafka that runs elsewhere.';
};

/** Where Kafka's jars are; fetches them when they are not there yet. */
export const jars = (say, env = process.env) => {
  const why = missing(env);
  if (why) throw new Error(why);
  const cache = cacheOf(env);
  if (existsSync(cache)) return cache;
  say(`Fetching Apache Kafka ${KAFKA} from Maven Central into ${cache} (43 MB, once) …`);
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-kafka-jars-'));
  mkdirSync(dirname(cache), { recursive: true });
  const half = mkdtempSync(`${cache}-`);
  try {
    writeFileSync(join(folder, 'pom.xml'), POM);
    execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${half}`, '-DincludeScope=runtime'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    renameSync(half, cache);
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(half, { recursive: true, force: true });
  }
  return cache;
};
