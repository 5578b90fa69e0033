import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from './failure.js';
import { linesOf } from './lines.adapter.js';
import { pauseAfter } from './pause.js';
import { failureOf, unreachable, type ProblemDetails } from './problem.js';

type Asked = {
  readonly method?: 'GET' | 'POST';
  /** What stands behind the path; a part that is undefined is left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON, or as it is when it is text. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses that are an answer and no failure, beside 2xx. */
  readonly also?: readonly number[];
  /** How often to ask a platform that is busy, or away for a moment. */
  readonly tries?: number;
};

/** The platform's HTTP API, as one caller. Whatever is asked may be asked again: writes carry ids of their own. */
export class Api {
  private reached = false;

  constructor(
    readonly url: string,
    private readonly token: string,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly closed = new AbortController(),
  ) {}

  /** An answer of 2xx, or one of the statuses in `also`; whatever else is thrown as a {@link Failure}. */
  async ask(path: string, asked: Asked = {}): Promise<Response> {
    const { also = [], tries = 60 } = asked;
    for (let tried = 1; ; tried += 1) {
      const response = await this.once(path, asked);
      if (response && (response.ok || also.includes(response.status))) return response;
      const passes = !response || response.status === 503 || response.status === 429;
      if (!passes || tried >= tries) throw response ? await failed(path, response) : unreachable(this.url);
      await response?.body?.cancel();
      await pause(pauseAfter(tried, response?.headers.get('retry-after')), undefined, { signal: this.closed.signal });
    }
  }

  /** The same caller, acting in a tenant. */
  inTenant(tenant: string): Api {
    return new Api(this.url, this.token, { ...this.headers, 'onmaru-tenant': tenant }, this.closed);
  }

  /** Gives up whatever is still being asked. */
  close(): void {
    this.closed.abort();
  }

  async json<T>(path: string, asked?: Asked): Promise<T> {
    return (await (await this.ask(path, asked)).json()) as T;
  }

  /** The lines of an NDJSON answer as they come. */
  async *lines(path: string, asked?: Asked): AsyncGenerator<string> {
    const { body } = await this.ask(path, asked);
    if (body) yield* linesOf(body);
  }

  /** Null when nobody answered, which passes where somebody has answered before. */
  private async once(path: string, { method = 'GET', query = {}, body, headers }: Asked): Promise<Response | null> {
    const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
    try {
      const response = await fetch(`${this.url}/api/v1/${path}${behind(query)}`, {
        signal: this.closed.signal,
        method,
        body: typeof body === 'object' ? JSON.stringify(body) : (body ?? null),
        headers: { authorization: `Bearer ${this.token}`, ...this.headers, ...type, ...headers },
      });
      this.reached = true;
      return response;
    } catch (error) {
      if (this.reached && !this.closed.signal.aborted) return null;
      throw unreachable(this.url, (error as { cause?: { message?: string } }).cause?.message);
    }
  }
}

const behind = (query: NonNullable<Asked['query']>): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

const failed = async (path: string, response: Response): Promise<Failure> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return failureOf(response.status, isJson ? (JSON.parse(text) as ProblemDetails) : {}, `/api/v1/${path}`);
};
