import { Failure } from './failure.js';

/** The lines of a body of UTF-8 text, without their ends; the last one needs none. */
export async function* linesOf(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of unbroken(body)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

async function* unbroken(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw new BrokenOff(error);
  }
}

/** The connection ended in the middle of an answer. */
export class BrokenOff extends Failure {
  constructor(error: unknown) {
    super(`The platform's answer broke off (${String(error)}).`, 'See whether the platform still runs, then give the command again.');
  }
}
