import { refusals, type Decision as Decided, type Event, type EventTypes } from '@onmaru/event-sourcing';

export type QueueOpened = Event<'QueueOpened', { readonly name: string }>;
export type QueueEvent = QueueOpened;

export const queueEvents: EventTypes<QueueEvent> = { context: 'routing', types: { QueueOpened: { version: 1 } } };

export type Queue = { readonly state: 'unknown' } | { readonly state: 'open' };

export type QueueRefusal = 'queue-name-taken';
export const refuse = refusals<QueueRefusal>();
export type Decision<E extends QueueEvent> = Decided<E, QueueRefusal>;

export const initialState: Queue = { state: 'unknown' };

export const evolve = (_: Queue, event: QueueEvent): Queue => {
  switch (event.type) {
    case 'QueueOpened':
      return { state: 'open' };
  }
};
