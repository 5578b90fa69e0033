import type { Waiting } from './watched-body.adapter.js';

export type Patience = Waiting & {
  readonly signal: AbortSignal;
  /** Nothing is to be given up any more. */
  end(): void;
};

/** Waiting that begins at once, and gives up: `signal` aborts after `limit` milliseconds in one go, or, until its end, with `gone`. */
export const patience = (limit: number, gone: AbortSignal): Patience => {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const leave = () => over.abort(gone.reason);
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    if (Number.isFinite(limit)) timer = setTimeout(() => over.abort(new Error(`No answer within ${limit} ms`)), limit);
  };
  const end = () => {
    stop();
    gone.removeEventListener('abort', leave);
  };
  if (gone.aborted) leave();
  else gone.addEventListener('abort', leave);
  start();
  return { start, stop, end, signal: over.signal };
};
