import type { Waiting } from './watched-body.adapter.js';

/** Waiting that gives up: `signal` aborts after `limit` milliseconds in one go. It begins at once. */
export const patience = (limit: number): Waiting & { readonly signal: AbortSignal } => {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    if (Number.isFinite(limit)) timer = setTimeout(() => over.abort(new Error(`No answer within ${limit} ms`)), limit);
  };
  start();
  return { start, stop, signal: over.signal };
};
