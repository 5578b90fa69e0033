import { explainStartFailure } from './start-failure.js';

/** How long a program may take to let go of everything, in milliseconds. */
const TO_END = 15_000;

/** Ends the process when it has not come to its end by itself in time. */
const seeToItsEnd = (): void =>
  void setTimeout(() => {
    console.error(`It did not come to an end within ${TO_END / 1000} seconds and is ended.`);
    process.exit(1);
  }, TO_END).unref();

/**
 * Starts a program and closes it when the process is told to end, or when whoever started it over a channel is gone.
 * What keeps it from starting is said in a sentence, and ends it with 1; so does not to come to an end in time.
 */
export const runProgram = async (start: () => Promise<{ close(): Promise<void> }>): Promise<void> => {
  const stopping = new AbortController();
  stopping.signal.addEventListener('abort', seeToItsEnd);
  const stop = (): void => stopping.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  process.once('disconnect', stop);
  try {
    const running = await start();
    if (!stopping.signal.aborted) await new Promise((stopped) => stopping.signal.addEventListener('abort', stopped));
    await running.close();
  } catch (error) {
    console.error(explainStartFailure(error));
    process.exitCode = 1;
    seeToItsEnd();
  }
  // A channel that is listened to would keep the process alive.
  if (process.connected) process.disconnect?.();
};
