import type { Readable } from 'node:stream';
import { Problem } from '@onmaru/service-kit';

export type Chunks = Pick<Readable, 'iterator'>;

/** Time in which somebody waits for a service: from `start` to `stop`. */
export type Waiting = { start(): void; stop(): void };

/**
 * What a caller sends, chunk by chunk as a service takes it; time in which the caller has nothing to give is no waiting
 * for the service. The caller's own stream stays open whatever becomes of the request, so that they can be answered.
 */
export async function* watchedBody(body: Chunks, waiting: Waiting): AsyncIterable<unknown> {
  const chunks = body.iterator({ destroyOnReturn: false });
  for (;;) {
    waiting.stop();
    const next = await chunks.next().catch((cause: unknown) => {
      throw Object.assign(new Problem('caller-gone'), { cause });
    });
    waiting.start();
    if (next.done) return;
    yield next.value;
  }
}
