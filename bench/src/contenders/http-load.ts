import autocannon from 'autocannon';
import type { Command } from '../http/commands.js';
import { percentile } from '../statistics.js';

export type LoadTask = Command & {
  readonly url: string;
  readonly token: string;
  readonly connections: number;
  readonly warmUp: number;
  readonly seconds: number;
  /** Requests after which it ends before its time. */
  readonly requests: number;
  /** What the keys of this run's commands begin with. */
  readonly run: string;
};

/** Answers with 2xx per second, times in milliseconds, the keys of the commands so acknowledged, and how many were not. */
export type LoadResult = { readonly rate: number; readonly p50: number; readonly p99: number; readonly acknowledged: readonly string[]; readonly failed: number; readonly failure?: string };

/** The share of `requests` that warms up where they would be over before the time is. */
const WARMING = 0.2;

/** Sends a command over and over, each time with a key of its own. */
export const run = async ({ url, token, paths, bodies, connections, warmUp, seconds, requests, run: name }: LoadTask): Promise<LoadResult> => {
  const began = performance.now();
  const [acknowledged, times]: [string[], number[]] = [[], []];
  let [next, failed, since, last, measured] = [0, 0, 0, 0, 0];
  let failure: string | undefined;
  const keyOf = (n: number): string => `${name}-${n}`;

  const answered = (status: number, body: string, context: { n?: number; at?: number }): void => {
    const now = performance.now();
    if (status < 200 || status > 299) {
      failed += 1;
      failure ??= `${status} ${body.slice(0, 500)}`;
      return;
    }
    acknowledged.push(keyOf(context.n as number));
    if (since === 0 && (now - began > warmUp * 1000 || acknowledged.length >= requests * WARMING)) since = now;
    else if (since > 0) {
      measured += 1;
      last = now;
      times.push(now - (context.at as number));
    }
    if (acknowledged.length >= requests) cannon.stop();
  };

  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const cannon = autocannon({
    ...{ url, connections, duration: warmUp + seconds, timeout: 30 },
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        setupRequest(request, context: { n?: number; at?: number }) {
          const n = next++;
          Object.assign(context, { n, at: performance.now() });
          return { ...request, path: paths[n % paths.length], body: bodies[n % bodies.length], headers: { ...request.headers, 'idempotency-key': keyOf(n) } };
        },
        onResponse: answered,
      },
    ],
  }, (error, result) => (error ? reject(error) : resolve(result)));
  const { errors, timeouts } = await promise;
  const lost = errors + timeouts;
  if (lost > 0) failure ??= `${lost} requests had no answer`;
  return { rate: measured / ((last - since) / 1000), p50: percentile(times, 0.5), p99: percentile(times, 0.99), acknowledged, failed: failed + lost, ...(failure !== undefined && { failure }) };
};
