import { backOff, pause } from '@onmaru/read-models';
import { explainStartFailure, mayPass } from './start-failure.js';

/** How long a program may take to let go of everything, in milliseconds. */
const TO_END = 15_000;

/** In seconds. */
export type Patience = {
  /** For how long a start that fails is tried again. */
  readonly startSeconds: number;
  /** How long it goes on to serve after it was told to end, so that whoever sends it requests can hear of it. */
  readonly drainSeconds: number;
};

export type Running = {
  /** Says no at `/readyz` from now on, and keeps nobody's connection. */
  leave(): void;
  /** Finishes what has begun, and lets go of everything. */
  close(): Promise<void>;
};

/** Ends the process when it has not come to its end by itself in time. */
const seeToItsEnd = (): void =>
  void setTimeout(() => {
    console.error(`It did not come to an end within ${TO_END / 1000} seconds and is ended.`);
    process.exit(1);
  }, TO_END).unref();

/** What `start` starts, tried again for `seconds` while what it stands on is not there yet; undefined when it was stopped meanwhile. */
const started = async (start: () => Promise<Running>, seconds: number, stop: AbortSignal): Promise<Running | undefined> => {
  const end = performance.now() + seconds * 1000;
  for (let failures = 1; !stop.aborted; failures += 1) {
    try {
      return await start();
    } catch (error) {
      if (!mayPass(error) || performance.now() >= end) throw error;
      console.error(`It cannot start yet, and tries again: ${explainStartFailure(error)}`);
      await pause(backOff(failures), stop);
    }
  }
  return undefined;
};

/**
 * Starts a program, and ends it when the process is told to end, or when whoever started it over a channel is gone: first
 * it leaves, and serves on for the pause that `read` tells, unless it is told a second time; then it is closed. What keeps
 * it from starting is said in a sentence, and ends it with 1; so does not to come to an end in time.
 */
export const runProgram = async <Config extends Patience>(read: () => Config, start: (config: Config) => Promise<Running>): Promise<void> => {
  const [stopping, hurrying] = [new AbortController(), new AbortController()];
  const stop = (): void => (stopping.signal.aborted ? hurrying : stopping).abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  process.once('disconnect', stop);
  try {
    const config = read();
    const beginning = started(() => start(config), config.startSeconds, stopping.signal);
    stopping.signal.addEventListener('abort', () => setTimeout(seeToItsEnd, config.drainSeconds * 1000).unref());
    const running = await beginning;
    if (running) {
      if (!stopping.signal.aborted) await new Promise((stopped) => stopping.signal.addEventListener('abort', stopped));
      running.leave();
      await pause(config.drainSeconds * 1000, hurrying.signal);
      await running.close();
    }
  } catch (error) {
    console.error(explainStartFailure(error));
    process.exitCode = 1;
    seeToItsEnd();
  }
  // A channel that is listened to would keep the process alive.
  if (process.connected) process.disconnect?.();
};
