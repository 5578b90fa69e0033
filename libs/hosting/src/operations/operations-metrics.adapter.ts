import { Gauge, type Registry } from 'prom-client';
import type { ViewStandings } from './hosted-views/view-standings.query.js';
import type { OperationsPorts } from './operations-ports.adapter.js';

type Value = { readonly view?: string; readonly value: number };

/**
 * Gauges that are read when somebody asks: how far the views are, what they parked, and what consumers gave up on.
 * While the database does not answer they have no value, and the other metrics go on.
 */
export const measureOperations = (registry: Registry, { log, deadLetters }: OperationsPorts, standings: ViewStandings): void => {
  const gauge = (name: string, help: string, perView: boolean, read: () => Promise<readonly Value[]>): void => {
    new Gauge({
      name,
      help,
      labelNames: perView ? ['view'] : [],
      registers: [registry],
      async collect() {
        const values = await read().catch((): readonly Value[] => []);
        this.reset();
        if (values.length === 0 && !perView) this.remove();
        for (const { view, value } of values) this.set(view === undefined ? {} : { view }, value);
      },
    });
  };
  const perView = (name: string, help: string, valueOf: (standing: Awaited<ReturnType<ViewStandings['of']>>[number]) => number): void =>
    gauge(name, help, true, async () => (await standings.of(null)).map((standing) => ({ view: standing.view, value: valueOf(standing) })));

  perView('onmaru_view_position', 'Position of the log that the view has folded', ({ position }) => position);
  perView('onmaru_view_lag_events', 'Events between the view and the head of the log', ({ position, head }) => Math.max(0, head - position));
  perView('onmaru_parked_streams', 'Streams that the view could not fold on', ({ parked }) => parked.length);
  gauge('onmaru_log_head', 'Position of the last event', false, async () => [{ value: await log.head() }]);
  gauge('onmaru_dead_letters', 'Messages that consumers gave up on', false, async () => [{ value: (await deadLetters()).length }]);
};
