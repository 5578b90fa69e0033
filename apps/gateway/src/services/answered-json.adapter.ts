import { Problem } from '@onmaru/service-kit';
import type { Readable } from 'node:stream';
import type { Answered, Sent, ServiceLine } from './service-line.adapter.js';
import { unavailable } from './unavailable.adapter.js';

/** What a problem holds that every problem holds: the gateway says it anew. */
const COMMON = new Set(['type', 'title', 'status', 'code', 'instance', 'traceId']);

export const textOf = async (body: Readable): Promise<string> => Buffer.concat((await body.toArray()) as readonly Buffer[]).toString('utf8');

/** The problem that a service answered with. */
const problemIn = (text: string, retryAfter: string | string[] | undefined): Problem => {
  const { code, ...members } = JSON.parse(text) as { readonly code?: unknown };
  if (typeof code !== 'string') throw new Error('This is no problem');
  const facts = Object.fromEntries(Object.entries(members).filter(([name]) => !COMMON.has(name)));
  return new Problem(code, facts, typeof retryAfter === 'string' ? { 'retry-after': retryAfter } : {});
};

/**
 * The answer, if it is a good one. Throws the problem that the service answers with instead, and `unavailable` where it
 * answers something that is none.
 */
export const goodAnswer = async (line: ServiceLine, sent: Sent): Promise<Answered> => {
  const answered = await line.send(sent);
  if (answered.status < 400) return answered;
  const text = await textOf(answered.body).catch((cause: unknown) => {
    throw unavailable([line.name], 1, cause);
  });
  let problem: Problem;
  try {
    problem = problemIn(text, answered.headers['retry-after']);
  } catch (cause) {
    throw unavailable([line.name], 1, new Error(`${line.name} answered ${answered.status} without a problem`, { cause }));
  }
  throw problem;
};

/** The JSON of a good answer. Throws as {@link goodAnswer} does. */
export const answeredJson = async <Body>(line: ServiceLine, sent: Sent): Promise<Body> => {
  const { body } = await goodAnswer(line, sent);
  try {
    return JSON.parse(await textOf(body)) as Body;
  } catch (cause) {
    throw unavailable([line.name], 1, cause);
  }
};
