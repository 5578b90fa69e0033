import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '@onmaru/service-kit';
import type { Tracing } from '@onmaru/tracing';
import CircuitBreaker from 'opossum';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import { watchedBody, type Chunks } from './watched-body.adapter.js';
import { patience } from './patience.adapter.js';
import { tracedAsking } from './traced.adapter.js';
import { unavailable } from './unavailable.adapter.js';

export type Sent = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  /** What is read of it is gone for good. */
  readonly body?: Chunks | undefined;
  /** Aborts, for the problem `caller-gone`, when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
  /** How long the head of the answer may take, in milliseconds. */
  readonly headWithin?: number;
};

/** The head of an answer, and what comes of its body. */
export type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Readable };

/**
 * In milliseconds: until a connection stands, until the head of an answer comes, how long a service that fails is left
 * alone, and how long a connection is used: behind one name, processes come and go, and each is to have its share.
 */
export type Limits = { readonly connect: number; readonly head: number; readonly rest: number; readonly use: number };

export const LIMITS: Limits = { connect: 1000, head: 60_000, rest: 2000, use: 30_000 };

/** Milliseconds before what nobody has heard is sent again: another process may stand behind the name by then. */
const AGAIN = [50, 200];

/** Failures before which nothing was sent. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

const isCallersOwn = (error: unknown): boolean => error instanceof Problem && error.code === 'caller-gone';

/** The way to one service: connections that are kept, and a circuit that opens while it does not answer. */
export class ServiceLine {
  private readonly pool: Pool;
  private readonly prefix: string;
  private readonly circuit: CircuitBreaker<[Sent], Answered>;

  constructor(
    readonly name: string,
    url: string,
    private readonly limits: Limits,
    logger: Logger,
    private readonly tracing?: Tracing,
  ) {
    const { origin, pathname } = new URL(url);
    this.prefix = pathname === '/' ? '' : pathname;
    this.pool = new Pool(origin, { connections: 256, connect: { timeout: this.limits.connect }, headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 4000, clientTtl: this.limits.use });
    this.circuit = new CircuitBreaker((sent: Sent) => this.tried(sent), {
      timeout: false,
      volumeThreshold: 5,
      errorThresholdPercentage: 50,
      rollingCountTimeout: 10_000,
      rollingPercentilesEnabled: false,
      resetTimeout: this.limits.rest,
      errorFilter: isCallersOwn,
    });
    this.circuit.on('open', () => logger.error({ service: name }, 'a service does not answer: it is left alone for a moment'));
    this.circuit.on('close', () => logger.info({ service: name }, 'a service answers again'));
  }

  get state(): 'closed' | 'half-open' | 'open' {
    return this.circuit.closed ? 'closed' : this.circuit.halfOpen ? 'half-open' : 'open';
  }

  /** The head of what the service answers. Throws the problems `unavailable`, at once while the circuit is open, and `caller-gone`. */
  send(sent: Sent): Promise<Answered> {
    return tracedAsking(this.tracing, this.name, sent, (asked) => this.fired(asked));
  }

  async close(): Promise<void> {
    this.circuit.shutdown();
    await this.pool.destroy();
  }

  private async fired(sent: Sent): Promise<Answered> {
    try {
      return await this.circuit.fire(sent);
    } catch (cause) {
      if (isCallersOwn(cause)) throw cause;
      throw unavailable([this.name], this.circuit.opened ? Math.ceil(this.limits.rest / 1000) : 1, cause);
    }
  }

  private async tried(sent: Sent): Promise<Answered> {
    const end = performance.now() + 1.5 * this.limits.connect;
    for (const wait of AGAIN) {
      try {
        return await this.once(sent);
      } catch (error) {
        if (sent.gone.aborted || performance.now() > end || !NOT_CONNECTED.has((error as { code?: string }).code ?? '')) throw error;
        await pause(wait);
      }
    }
    return this.once(sent);
  }

  private async once({ method, path, headers, body, gone, headWithin = this.limits.head }: Sent): Promise<Answered> {
    const waiting = patience(headWithin, gone);
    try {
      const { statusCode: status, headers: answered, body: answer } = await this.pool.request({
        method,
        path: `${this.prefix}${path}`,
        headers: [...headers],
        body: body === undefined ? null : (watchedBody(body, waiting) as never),
        signal: waiting.signal,
      });
      waiting.stop();
      return { status, headers: answered, body: answer.once('close', waiting.end) };
    } catch (error) {
      waiting.end();
      throw error;
    }
  }
}
