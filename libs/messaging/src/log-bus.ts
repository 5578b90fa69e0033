import type { Bus } from './bus.js';
import type { Checkpoints } from './checkpoints.js';
import { logSource, type LogSourceOptions } from './log-source.js';
import { pump, type PumpOptions } from './pump.js';

export type LogBusOptions = LogSourceOptions & PumpOptions & { readonly checkpoints: Checkpoints };

/** The log itself as the bus: every group follows it from its own checkpoint, and messages are made as they are read. */
export const logBus = ({ store, publications, checkpoints, ...options }: LogBusOptions): Bus => {
  const source = logSource({ store, publications });
  return {
    subscribe(subscription) {
      subscription.topics.forEach(source.publishing);
      return pump(source, checkpoints, subscription, options);
    },
    remake: source.remake,
  };
};
