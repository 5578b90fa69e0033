import type { Aggregate, Decision as Decided, Event, EventOf, EventTypes } from '@onmaru/event-sourcing';

export type QueueEvent = Event<'QueueOpened', { readonly name: string }>;
export type Happened<Type extends QueueEvent['type']> = EventOf<QueueEvent, Type>;

export const queueEvents = { context: 'routing', types: { QueueOpened: { version: 1, told: true } } } as const satisfies EventTypes<QueueEvent>;

export type Queue = { readonly state: 'unknown' } | { readonly state: 'open' };

export type QueueRefusal = 'queue-name-taken';
export type Decision<Type extends QueueEvent['type']> = Decided<Happened<Type>, QueueRefusal>;

export const initialState: Queue = { state: 'unknown' };

export const evolve = (_: Queue, event: QueueEvent): Queue => {
  switch (event.type) {
    case 'QueueOpened':
      return { state: 'open' };
  }
};

export const queues: Aggregate<Queue, QueueEvent> = { category: 'queue', events: queueEvents, initialState, evolve };
