import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isTransient } from '@onmaru/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { invalid, KIT_PROBLEMS, languageOf, Problem, problemBody, type Language, type ProblemTexts, type Words } from './problem.js';
import { explainSchemaError, type SchemaError } from './schema-error.js';

type FastifyFault = Error & { validation?: readonly SchemaError[]; validationContext?: string; code?: string; statusCode?: number };

/** Every error leaves as RFC 9457 problem details in the caller's language; what nobody expected is logged, without data. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly texts: ProblemTexts;

  constructor(
    texts: ProblemTexts,
    private readonly logger: Logger,
  ) {
    this.texts = { ...KIT_PROBLEMS, ...texts };
  }

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest<FastifyRequest>(), host.switchToHttp().getResponse<FastifyReply>());
  }

  answer(error: unknown, request: Pick<FastifyRequest, 'headers' | 'id' | 'url'>, reply: FastifyReply): void {
    const language = languageOf(request.headers['accept-language']);
    const problem = asProblem(error, language);
    const body = problemBody(this.texts, problem, language);
    if (body.status >= 500 && problem.code !== 'view-behind') this.logger.error({ err: error, traceId: request.id }, problem.code);
    void reply
      .status(body.status)
      .headers({ 'content-language': language, ...problem.headers })
      .type('application/problem+json; charset=utf-8')
      .send({ ...body, instance: request.url.split('?')[0], traceId: request.id });
  }
}

const AN_ADDRESS: Words = { en: 'must be an address whose escapes are UTF-8, and not too long', ko: 'UTF-8로 이스케이프한, 너무 길지 않은 주소여야 해요' };

const asProblem = (error: unknown, language: Language): Problem => {
  if (error instanceof Problem) return error;
  const fault = error as FastifyFault;
  if (fault.validation) {
    return new Problem('invalid-request', { errors: fault.validation.map((fits) => explainSchemaError(fits, language, fault.validationContext)) });
  }
  const status = error instanceof HttpException ? error.getStatus() : fault.statusCode;
  if (status === 413) return new Problem('body-too-large');
  if (status === 415) return new Problem('unsupported-media-type');
  if (status === 404) return new Problem('not-found');
  if (status === 414 || fault.code === 'FST_ERR_BAD_URL') return invalid('/path', AN_ADDRESS);
  if (status && status < 500) return new Problem('body-unreadable');
  if (isTransient(error)) return new Problem('unavailable', {}, { 'retry-after': '1' });
  return new Problem('internal-error');
};
