import type { Keys } from '@onmaru/event-sourcing';
import type { ConsumerTransport } from '@onmaru/messaging';
import type { ServicePorts } from '@onmaru/service-kit';
import { systemClock } from '@onmaru/time/system-clock';
import type { Logger } from 'pino';
import type { HostedService } from './host-service.js';

/** What a hosted service's module is made with. */
export const servicePorts = <OwnKeys extends Keys>({ log, pool, source, runner, keys, tracing }: HostedService<OwnKeys>, news: ConsumerTransport, trouble: Logger): ServicePorts & { readonly keys: OwnKeys } => ({
  log,
  pool,
  source,
  views: runner,
  news,
  keys,
  clock: systemClock,
  trouble,
  tracing,
});
