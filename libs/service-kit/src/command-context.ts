import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, Revision } from '@onmaru/event-sourcing';
import { v5, v7 } from 'uuid';
import { documentedHeaders } from './documented-headers.js';
import type { CalledRequest, Caller } from './caller.js';
import { invalid, type Words } from './problem.js';

/** Who sends a command and how: what its events will carry, and what the caller believed. */
export type CommandContext = {
  readonly caller: Caller;
  readonly tenant: string;
  readonly actor: Actor;
  /** From `Idempotency-Key`, separate per actor; without that header, a new one. */
  readonly commandId: string;
  readonly hasKey: boolean;
  readonly commandHash: string;
  readonly correlationId: string;
  readonly traceparent?: string;
  /** From `If-Match`. */
  readonly expected?: Revision;
};

const IDEMPOTENCY_KEY = { name: 'Idempotency-Key', description: 'One for each thing that you want done: a repeat gets the first answer and changes nothing', schema: { type: 'string', maxLength: 128 } } as const;
const IF_MATCH = { name: 'If-Match', description: 'The revision that you have seen, such as "3"; when there is a newer one, nothing is done', schema: { type: 'string' } } as const;

/** Parameter of a route that writes: the context of its command. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext => {
  const request = context.switchToHttp().getRequest<CalledRequest>();
  const { caller } = request;
  if (!caller) throw new Error('This route is public: nobody is asking');
  const given = request.headers['idempotency-key'];
  const key = typeof given === 'string' && given !== '' ? checkedKey(given) : null;
  const traceparent = request.headers['traceparent'];
  const expected = revisionOf(request.headers['if-match']);
  return {
    caller,
    tenant: caller.tenant,
    actor: caller.actor,
    commandId: key === null ? v7() : `${caller.actor.id}:${key}`,
    hasKey: key !== null,
    commandHash: hashOf(request),
    correlationId: request.id,
    ...(typeof traceparent === 'string' && { traceparent }),
    ...(expected !== undefined && { expected }),
  };
}, [documentedHeaders(IDEMPOTENCY_KEY, IF_MATCH)]);

/** The id of what a command creates: a repeat of the same command by the same actor finds the same. */
export const createdId = ({ tenant, commandId }: Pick<CommandContext, 'tenant' | 'commandId'>, kind: string): string =>
  v5(`${tenant}\n${kind}\n${commandId}`, CREATED_BY_COMMAND);

const A_KEY: Words = { en: 'must be at most 128 printable characters', ko: '눈에 보이는 글자 128자 이하여야 해요' };
const A_REVISION: Words = { en: 'must be a revision such as "3"', ko: '"3"처럼 적은 리비전이어야 해요' };

const CREATED_BY_COMMAND = '6d1c9c52-6a53-4b0e-9d3a-5f2f7a0c4c11';

const checkedKey = (key: string): string => {
  if (/^\P{C}{1,128}$/u.test(key)) return key;
  throw invalid('/headers/idempotency-key', A_KEY);
};

const hashOf = (request: CalledRequest): string =>
  hash('sha256', `${request.method} ${request.url}\n${JSON.stringify(request.body instanceof Readable ? null : (request.body ?? null))}`, 'base64url');

const revisionOf = (header: string | undefined): Revision | undefined => {
  if (header === undefined || header === '*') return undefined;
  const match = /^(?:W\/)?"(\d+)"$/.exec(header);
  if (!match) throw invalid('/headers/if-match', A_REVISION);
  return Number(match[1]);
};
