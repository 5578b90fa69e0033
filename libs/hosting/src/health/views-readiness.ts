import type { OperatedService } from '../operations/operations-ports.adapter.js';
import type { Readiness } from './health.http.js';

type Hosted = Pick<OperatedService, 'schema'> & { readonly runner: Pick<OperatedService['runner'], 'reached'> };

/** What `readiness` waits for, and the views that have not seen the log up to the position that is asked for. */
export const withViews = (readiness: Readiness, services: readonly Hosted[]): Readiness => ({
  async waitingFor(position, alone) {
    const behind = services.filter(({ runner }) => runner.reached() < position).map(({ schema }) => `the views of ${schema}`);
    return [...new Set([...(await readiness.waitingFor(position, alone)), ...behind])];
  },
});
