import { silent, type Log } from '@onmaru/read-models';
import kafkajs, { type Kafka, type LogEntry } from 'kafkajs';

/** Where a Kafka is, and the names under which this platform uses it. */
export type KafkaPlace = {
  readonly brokers: readonly string[];
  /** Stands before every topic and group, so that several platforms share one Kafka. */
  readonly prefix?: string;
  readonly log?: Log;
};

/** What is said in passing while Kafka finds its feet, or is looked for; the client tries again by itself. */
const PASSING = /GROUP_COORDINATOR_NOT_AVAILABLE|NOT_COORDINATOR|coordinator is not available|COORDINATOR_LOAD_IN_PROGRESS|rebalanc|^Response |Limiting retries|^Failed to connect to/i;

const logging = (log: Log) => () => {
  const unreachable = new Set<unknown>();

  /** A broker that cannot be reached is spoken of once; whom that keeps from working says so for as long as it does. */
  const isPassing = (text: string, namespace: string, broker: unknown): boolean => {
    if (PASSING.test(text) || (namespace === 'Connection' && unreachable.has(broker))) return true;
    if (namespace === 'Connection') unreachable.add(broker);
    return false;
  };

  return ({ level, namespace, log: { message, error, timestamp: _, logger: __, stack: ___, ...details } }: LogEntry): void => {
    if (level > kafkajs.logLevel.WARN || isPassing(`${message} ${String(error ?? '')}`, namespace, details['broker'])) return;
    if (level === kafkajs.logLevel.ERROR) log.error({ ...details, err: error as unknown, namespace }, message);
    else log.warn({ ...details, err: error as unknown, namespace }, message);
  };
};

/** A client whose patience is short: who calls it tries again. */
export const kafkaClient = ({ brokers, log = silent }: KafkaPlace): Kafka =>
  new kafkajs.Kafka({
    clientId: 'onmaru',
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: logging(log),
  });
