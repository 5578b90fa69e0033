import type { Position } from '@onmaru/event-sourcing';
import type { Message } from './message.js';

export type Subscription = {
  /** Consumers of one group share its place on the bus; every group gets every message. */
  readonly group: string;
  readonly topics: readonly string[];
  /** What another system recorded is left out. */
  readonly withoutHistory?: boolean;
  /**
   * Takes one message. Messages of one tenant and key are delivered in order, one at a time; others meanwhile. A
   * rejection means "not taken": it is delivered again later, and what follows it on its key waits.
   */
  readonly deliver: (message: Message) => Promise<void>;
  /** Takes an event of which no message could be made: its envelope under its stored type, and why. Rejecting is as above. */
  readonly undeliverable: (message: Message, reason: unknown) => Promise<void>;
};

/**
 * What of a topic has still to be taken: events, and for how many seconds the oldest of them has been there. Where the log
 * is read itself, events are those of it that are still to be looked at.
 */
export type Lag = { readonly topic: string; readonly events: number; readonly seconds: number };

/** A group at work. */
export type Consuming = {
  /** True as soon as the group has taken everything up to `position`; false after `timeoutMs`. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
  /** Everything up to here has been taken. */
  reached(): Position;
  /** What holds the group up at the moment. */
  failing(): string | undefined;
  /** How far the group is behind, topic by topic. */
  lag(): Promise<readonly Lag[]>;
  /** Milliseconds since its loop turned last. To try in vain is to turn: this tells of the process, never of what it stands on. */
  quietFor(): number;
  /** Lets what is being taken be finished, then stops. */
  stop(): Promise<void>;
};

/**
 * Carries what contexts tell each other. At least once: a message may be delivered again, also after newer ones. A new
 * group begins at the beginning.
 *
 * @port
 */
export interface Bus {
  subscribe(subscription: Subscription): Promise<Consuming>;
  /** Makes the message of an undeliverable one again, now that it may be possible; any other message is answered as it is. */
  remake(message: Message): Promise<Message>;
}
