import { headers } from '../api/request.js';
import { loseSession, refreshSession } from '../api/session.js';
import { sawPosition, seenPosition } from '../api/position.js';
import { backoff } from './backoff.js';
import { setConnection } from './connection.js';
import type { LiveEvent } from './live-event.js';
import { hear, reconnect, startReading, type Reading } from './resume.js';

/** Longer than the silence after which the server says that it still lives. */
const SILENCE = 40_000;

type Following = {
  readonly onEvents: (events: readonly LiveEvent[]) => void;
  /** A stream stands, from a place of the log that everything read before may not have reached. */
  readonly onFirstConnection: () => void;
};

/** Follows the log until `gone`: through cuts, expired tokens and sleep, every event once. */
export const follow = async ({ onEvents, onFirstConnection }: Following, gone: AbortSignal): Promise<void> => {
  let reading: Reading = startReading(seenPosition());
  const began = new Date(Date.now() - 60_000).toISOString();
  let attempt = 0;
  let first = true;
  while (!gone.aborted) {
    setConnection({ state: attempt === 0 ? 'connecting' : 'lost', retryAt: Date.now() });
    try {
      await listen(reading.position, began, gone, {
        onOpen: () => {
          attempt = 0;
          setConnection({ state: 'live' });
          if (first) onFirstConnection();
          first = false;
        },
        onPiece: (piece) => {
          const heard = hear(reading, piece);
          reading = heard.reading;
          sawPosition(reading.position);
          if (heard.events.length > 0) onEvents(heard.events);
        },
      });
    } catch (error) {
      if (gone.aborted) break;
      if (error instanceof SignedOut) return loseSession();
    }
    reading = reconnect(reading);
    await pause(backoff(attempt, Math.random()), gone);
    attempt += 1;
  }
  setConnection({ state: 'idle' });
};

class SignedOut extends Error {}

type Ears = { readonly onOpen: () => void; readonly onPiece: (piece: string) => void };

const listen = async (from: number, began: string, gone: AbortSignal, { onOpen, onPiece }: Ears): Promise<void> => {
  const silent = new AbortController();
  const signal = AbortSignal.any([gone, silent.signal]);
  const cut = () => silent.abort();
  let watch = setTimeout(cut, SILENCE);
  addEventListener('offline', cut);
  try {
    const answer = await opened(from, began, signal);
    onOpen();
    for await (const piece of answer.pipeThrough(new TextDecoderStream())) {
      clearTimeout(watch);
      watch = setTimeout(cut, SILENCE);
      onPiece(piece);
    }
  } finally {
    clearTimeout(watch);
    removeEventListener('offline', cut);
  }
};

const opened = async (from: number, began: string, signal: AbortSignal): Promise<ReadableStream<BufferSource>> => {
  const ask = () =>
    fetch(from > 0 ? `/api/v1/events?from=${from}` : `/api/v1/events?since=${began}`, {
      headers: { ...headers(), accept: 'text/event-stream', ...(from > 0 && { 'last-event-id': String(from) }) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    });
  let answer = await ask();
  if (answer.status === 401) {
    if (!(await refreshSession())) throw new SignedOut();
    answer = await ask();
  }
  if (!answer.ok || answer.body === null) throw new Error(`The stream answered ${answer.status}`);
  return answer.body;
};

/** Waits, or until the machine says that it is on-line again or somebody asks for a try now. */
const pause = (milliseconds: number, gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    setConnection({ state: 'lost', retryAt: Date.now() + milliseconds });
    const over = () => {
      clearTimeout(timer);
      removeEventListener('online', over);
      removeEventListener('onmaru:retry', over);
      gone.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    addEventListener('online', over);
    addEventListener('onmaru:retry', over);
    gone.addEventListener('abort', over);
  });

export const retryNow = (): boolean => dispatchEvent(new Event('onmaru:retry'));
