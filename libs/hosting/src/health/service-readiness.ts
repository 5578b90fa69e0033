import type { Position } from '@onmaru/event-sourcing';
import { pause } from '@onmaru/read-models';
import type { HostedService } from '../host-service.js';
import type { Readiness } from './health.http.js';
import { quiet, SLOW, type Loop } from './liveness.js';

/** How long the database may think, in milliseconds. */
const WITHIN = 1500;

type Stands = {
  readonly hosted: Pick<HostedService, 'schema' | 'runner' | 'pool'>;
  /** Position that its views have to reach before it is ready for the first time. */
  readonly goal: Position;
  /** Whether the bus has given it its place. */
  readonly hearsNews: () => boolean;
  readonly loops: ReadonlyMap<string, Loop>;
  /** Aborts when it is about to end. */
  readonly leaving: AbortSignal;
};

/** Whether the database answers; asked once at a time, however many want to know. */
const answering = (pool: Pick<HostedService['pool'], 'query'>): (() => Promise<boolean>) => {
  let asked: Promise<boolean> | undefined;
  const ask = async (): Promise<boolean> => {
    const [answered] = await Promise.allSettled([pool.query('SELECT 1')]);
    asked = undefined;
    return answered.status === 'fulfilled';
  };
  return async () => {
    const patience = new AbortController();
    const inTime = await Promise.race([(asked ??= ask()), pause(WITHIN, patience.signal).then(() => false)]);
    patience.abort();
    return inTime;
  };
};

/** A service can serve when its views have once seen what was there when it began, it hears the others, its database answers, and its loops turn; until it is about to end. */
export const serviceReadiness = ({ hosted: { schema, runner, pool }, goal, hearsNews, loops, leaving }: Stands): Readiness => {
  const answers = answering(pool);
  let hasCaughtUp = false;
  return {
    async waitingFor() {
      hasCaughtUp ||= runner.reached() >= goal;
      const isThere = await answers();
      return [...(leaving.aborted ? ['its end'] : []), ...(hasCaughtUp ? [] : [`the views of ${schema}`]), ...(hearsNews() ? [] : ['its place among those that are told the news']), ...(isThere ? [] : [`the database of ${schema}`]), ...quiet(loops, SLOW)];
    },
  };
};
