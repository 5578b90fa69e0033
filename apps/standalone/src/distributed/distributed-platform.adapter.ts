import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@onmaru/local-postgres';
import { openTopics } from '@onmaru/messaging/kafka';
import { asking, SERVICES, TOPICS, type Ask } from '@onmaru/setup/setup.module';
import type { Logger } from 'pino';
import { openDatabase, type Database } from '../database.adapter.js';
import { isReady, runChild } from './child.adapter.js';
import { startKafka } from './kafka.adapter.js';
import { serviceKeyOf } from './service-key.adapter.js';

/** By whom the demo's requests are answered. */
const DOORS: Readonly<Record<string, string>> = { auth: 'identity', customers: 'identity', cases: 'cases', queues: 'routing' };

export type DistributedOptions = {
  readonly data: string;
  readonly port: number;
  readonly consoleFolder: string;
  readonly logLevel: string;
  readonly logger: Logger;
  /** A Kafka that is there already. */
  readonly brokers: string | null;
  readonly prefix: string | null;
};

/** Every service in a process of its own, with Kafka between them. */
export type DistributedPlatform = {
  readonly url: string;
  readonly database: Database;
  /** Asks the services, before there is a gateway. */
  readonly ask: Ask;
  /** Opens the gateway once every service has seen what is in the log by now. */
  open(): Promise<void>;
  close(): Promise<void>;
};

const newUrl = async (): Promise<string> => `http://127.0.0.1:${await freePort()}`;

export const startDistributed = async ({ data, port, consoleFolder, logLevel, logger, ...given }: DistributedOptions): Promise<DistributedPlatform> => {
  const held = new AsyncDisposableStack();
  try {
    const database = held.adopt(await openDatabase(data), (opened) => opened.stop());
    const kafka = given.brokers === null ? held.adopt(await startKafka(join(data, 'kafka')), (started) => started.stop()) : null;
    const brokers = kafka?.brokers ?? (given.brokers as string);
    const prefix = given.prefix ?? '';
    await openTopics({ brokers: brokers.split(','), prefix, topics: TOPICS });
    const urls = new Map<string, string>();
    for (const { name } of SERVICES) urls.set(name, await newUrl());
    const urlOf = (name: string): string => urls.get(name) as string;
    const common = { ONMARU_SERVICE_KEY: serviceKeyOf(data), ONMARU_LOG_LEVEL: logLevel };
    const environmentOf = (name: string) => ({
      ...common,
      ONMARU_DATABASE_URL: database.url(name),
      KAFKA_BROKERS: brokers,
      ONMARU_KAFKA_PREFIX: prefix,
      ONMARU_IDENTITY_URL: urlOf('identity'),
      ONMARU_SECURE_COOKIES: 'off',
    });
    const start = (app: string, url: string, environment: Readonly<Record<string, string>>): Promise<void> =>
      held.adopt(runChild({ app, url, environment, logger }), (child) => child.stop()).started();
    await start('identity', urlOf('identity'), environmentOf('identity'));
    await Promise.all(['cases', 'routing'].map((name) => start(name, urlOf(name), environmentOf(name))));
    const url = `http://127.0.0.1:${port === 0 ? await freePort() : port}`;
    const open = async (): Promise<void> => {
      const log = await database.openLog('gateway');
      const head = await log.head();
      await log.close();
      for (const service of urls.values()) while (!(await isReady(service, head))) await pause(50);
      await start('gateway', url, {
        ...common,
        ONMARU_LOG_URL: database.url('gateway'),
        ONMARU_SERVICE_URLS: [...urls].map((pair) => pair.join('=')).join(','),
        ONMARU_CONSOLE: consoleFolder,
      });
    };
    const ask = asking((path) => urlOf(DOORS[path.split(/[/?]/)[3] ?? ''] ?? ''));
    return { url, database, ask, open, close: () => held.disposeAsync() };
  } catch (error) {
    await held.disposeAsync();
    throw error;
  }
};
