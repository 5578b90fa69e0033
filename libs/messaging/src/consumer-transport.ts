import { BaseRpcContext, Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { Position } from '@onmaru/event-sourcing';
import { pause, reasonOf, silent, type Log } from '@onmaru/read-models';
import type { Tracing } from '@onmaru/tracing';
import { lastValueFrom } from 'rxjs';
import type { Bus, Consuming, Lag } from './bus.js';
import { uncovered } from './coverage.js';
import type { DeadLetter, DeadLetters } from './dead-letter.js';
import type { Message, Topic } from './message.js';
import { traceOf, tracedDelivery } from './traced.js';
import { isTransient } from './transience.js';

export type ConsumerOptions = {
  readonly bus: Bus;
  /** The service's place on the bus, such as `cases`. */
  readonly group: string;
  readonly topics: readonly Topic[];
  /** Types of these topics that the service leaves alone on purpose; every other one must have a handler. */
  readonly ignores: readonly string[];
  /** What another system recorded is none of the service's business. */
  readonly withoutHistory?: boolean;
  readonly deadLetters: DeadLetters;
  /** How often a message is tried before it becomes a dead letter; what is away for the moment does not count. */
  readonly attempts?: number;
  readonly log?: Log;
  readonly tracing?: Tracing | undefined;
};

const ATTEMPTS = 5;
const FIRST_PAUSE = 50;

/**
 * The second argument of `@EventPattern` for handlers of one group. Needed where one process hosts several services;
 * handlers without it belong to every group of the process.
 */
export const groupTransport = (group: string): symbol => Symbol.for(`onmaru.group.${group}`);

/**
 * Brings messages to ordinary `@EventPattern` methods; connect it by `connectConsumer`. A handler that throws is tried
 * again, then the message becomes a dead letter and its key goes on. Starting fails when a type of the topics is
 * neither handled nor ignored.
 */
export class ConsumerTransport extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  override readonly transportId: symbol;
  private readonly heads = new Map<string, MessageHandler>();
  private readonly stopping = new AbortController();
  private consuming: Consuming | undefined;

  constructor(private readonly options: ConsumerOptions) {
    super();
    this.transportId = groupTransport(options.group);
  }

  get group(): string {
    return this.options.group;
  }

  listen(ready: (error?: unknown) => void): void {
    this.begin().then(() => ready(), ready);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.consuming?.stop();
  }

  /** True as soon as the group has taken everything up to `position`; false after `timeoutMs`. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    return this.working().waitFor(position, timeoutMs);
  }

  reached(): Position {
    return this.working().reached();
  }

  /** How far the group is behind, topic by topic. */
  async lag(): Promise<readonly Lag[]> {
    return this.working().lag();
  }

  /** What holds the group up at the moment. */
  failing(): string | undefined {
    return this.working().failing();
  }

  /** Milliseconds since its loop turned last, 0 before it began: see {@link Consuming}. */
  quietFor(): number {
    return this.consuming?.quietFor() ?? 0;
  }

  deadLetters(): Promise<readonly DeadLetter[]> {
    return this.options.deadLetters.list(this.options.group);
  }

  /** Delivers a dead letter once more. Null when it was taken, and is gone; else the reason why not. */
  async redrive(id: string): Promise<string | null> {
    const { bus, group, deadLetters } = this.options;
    const letter = (await deadLetters.list(group)).find(({ message }) => message.id === id);
    if (!letter) throw new Error(`${group} has no dead letter ${id}`);
    try {
      await this.handle(await bus.remake(letter.message));
    } catch (error) {
      const reason = reasonOf(error);
      await deadLetters.put(group, letter.message, reason, 1);
      return reason;
    }
    await deadLetters.remove(group, id);
    return null;
  }

  on(): never {
    throw new Error('a consumer tells of itself by failing() and reached()');
  }

  unwrap<T>(): T {
    return this.options.bus as T;
  }

  private async begin(): Promise<void> {
    const { bus, group, topics, ignores, withoutHistory = false } = this.options;
    for (const [type, handler] of this.getHandlers()) if (handler.isEventHandler) this.heads.set(type, handler);
    const wrong = uncovered({ topics, handles: [...this.heads.keys()], ignores });
    if (wrong.length > 0) throw new Error(`Consumers of ${group}: ${wrong.join('; ')}`);
    this.consuming = await bus.subscribe({
      group,
      topics: topics.map(({ name }) => name),
      withoutHistory,
      deliver: (message) => this.deliver(message),
      undeliverable: (message, trouble) => this.bury(message, trouble, 1),
    });
  }

  private working(): Consuming {
    if (!this.consuming) throw new Error(`the consumers of ${this.options.group} have not started`);
    return this.consuming;
  }

  private async deliver(message: Message): Promise<void> {
    const { group, ignores, attempts = ATTEMPTS, deadLetters, log = silent } = this.options;
    if (ignores.includes(message.type)) return;
    if (!this.heads.has(message.type)) return this.bury(message, new Error(`${group} has no handler for ${message.type}`), 1);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.handle(message);
      } catch (error) {
        if (isTransient(error)) throw error;
        if (attempt >= attempts) return this.bury(message, error, attempt);
        if (attempt === 1 && (await deadLetters.has(group, message.id))) return;
        log.warn({ group, type: message.type, id: message.id, ...traceOf(message), attempt, reason: reasonOf(error) }, 'a message was not taken and will be tried again');
        await pause(FIRST_PAUSE * 2 ** (attempt - 1), this.stopping.signal);
        this.stopping.signal.throwIfAborted();
      }
    }
  }

  private handle(message: Message): Promise<void> {
    return tracedDelivery(this.options.tracing, this.options.group, message, (traced) => this.take(traced));
  }

  /** Nest chains the handlers of one type behind the first: the last value comes when all of them are done. */
  private async take(message: Message): Promise<void> {
    const handler = this.heads.get(message.type);
    if (!handler) throw new Error(`${this.options.group} has no handler for ${message.type}`);
    const answer: unknown = await handler(message, new BaseRpcContext([message]));
    await lastValueFrom(this.transformToObservable(answer), { defaultValue: undefined });
  }

  private async bury(message: Message, error: unknown, attempts: number): Promise<void> {
    const { group, deadLetters, log = silent } = this.options;
    const { id, type } = message;
    const reason = reasonOf(error) || 'an error without a message';
    await deadLetters.put(group, message, reason, attempts);
    log.error({ group, id, type, ...traceOf(message), reason }, 'a message became a dead letter');
  }
}
