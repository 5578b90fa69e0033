import { traced, type Tracing } from '@onmaru/tracing';
import type { EventStore } from './event-store.js';
import type { HandlingContext } from './handled.js';

/** Carries a command out as a piece of work in its trace: its events say that they come from there. */
export const tracedCommand = <Outcome extends { readonly outcome: string }>(
  tracing: Tracing | undefined,
  category: string,
  context: HandlingContext,
  carryOut: (context: HandlingContext) => Promise<Outcome>,
): Promise<Outcome> => {
  if (!tracing) return carryOut(context);
  return traced(tracing, `command ${category}`, { kind: 'internal', parent: context.traceparent }, async (span) => {
    const outcome = await carryOut({ ...context, ...(span && { traceparent: span.traceparent }) });
    span?.note({ 'onmaru.outcome': outcome.outcome });
    return outcome;
  });
};

/** The same log, in which each append of something that is in a trace is a piece of work in it. */
export const tracedAppends = (store: EventStore, tracing: Tracing | undefined): EventStore => {
  if (!tracing) return store;
  return {
    ...store,
    append(asked) {
      const parent = asked.events[0]?.traceparent;
      if (parent === undefined) return store.append(asked);
      const attributes = { 'onmaru.events': asked.events.length };
      return traced(tracing, `append ${asked.stream.slice(0, asked.stream.indexOf('-'))}`, { kind: 'internal', parent, attributes }, async (span) => {
        const taken = await store.append(asked);
        span?.note({ 'onmaru.outcome': taken.outcome, ...('position' in taken && { 'onmaru.position': taken.position }) });
        return taken;
      });
    },
  };
};
