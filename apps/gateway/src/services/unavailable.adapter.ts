import { Problem } from '@onmaru/service-kit';

/** The problem `unavailable`, which names the services that do not answer, and says in how many seconds to try again. */
export const unavailable = (services: readonly string[], seconds = 1, cause?: unknown): Problem =>
  Object.assign(new Problem('unavailable', { services }, { 'retry-after': String(seconds) }), { cause });
