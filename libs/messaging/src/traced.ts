import { traced, traceIdOf, type Tracing } from '@onmaru/tracing';
import type { Item } from './follower.js';
import type { Message } from './message.js';

/** By what a line of a log is found, and the trace that the message came of. */
export const traceOf = ({ traceparent }: Message): { readonly traceId?: string } => (traceparent === undefined ? {} : { traceId: traceIdOf(traceparent) });

/** Names as OpenTelemetry's conventions for messages have them. */
const attributesOf = ({ id, topic, type }: Message) => ({ 'messaging.destination.name': topic, 'messaging.message.id': id, 'onmaru.type': type });

/**
 * Takes a message as a piece of work in the trace that it came of: it says that it comes from there to whoever goes on
 * with it. What is in no trace begins none.
 */
export const tracedDelivery = (tracing: Tracing | undefined, group: string, message: Message, take: (message: Message) => Promise<void>): Promise<void> => {
  if (!tracing || message.traceparent === undefined) return take(message);
  const attributes = { ...attributesOf(message), 'messaging.consumer.group.name': group, 'messaging.operation.type': 'process' };
  return traced(tracing, `process ${message.topic}`, { kind: 'consumer', parent: message.traceparent, attributes }, (span) => take({ ...message, ...(span && { traceparent: span.traceparent }) }));
};

/** Tells items, each as a piece of work in the trace that it came of: whoever takes one goes on from there. */
export const tracedTelling = async (tracing: Tracing | undefined, items: readonly Item[], tell: (items: readonly Item[]) => Promise<void>): Promise<void> => {
  if (!tracing) return tell(items);
  const spans = items.map(({ message }) =>
    message.traceparent === undefined ? undefined : tracing.begin(`send ${message.topic}`, { kind: 'producer', parent: message.traceparent, attributes: { ...attributesOf(message), 'messaging.system': 'kafka', 'messaging.operation.type': 'send' } }),
  );
  const end = (failure?: string): void => spans.forEach((span) => span?.end(failure));
  try {
    await tell(items.map((item, n) => ({ ...item, message: { ...item.message, ...(spans[n] && { traceparent: spans[n].traceparent }) } })));
  } catch (error) {
    end(error instanceof Error ? error.name : 'unknown');
    throw error;
  }
  end();
};
