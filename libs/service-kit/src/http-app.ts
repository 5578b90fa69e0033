import fastifyCookie from '@fastify/cookie';
import { type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Tracing } from '@onmaru/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { unpackAnswers } from './answer.js';
import { refuseUnaskedBodies } from './empty-bodies.js';
import { endKeptConnections } from './kept-connections.js';
import { readJsonBodies } from './json-bodies.js';
import { measureRequests } from './metrics.js';
import { ProblemFilter } from './problem.filter.js';
import type { ProblemTexts } from './problem.js';
import { requestId, traceRequests } from './request-traces.js';
import { schemaValidator } from './schema-validator.js';
import { refuseUnstorableText } from './unstorable-requests.js';

export type HttpApp = {
  readonly module: Type | DynamicModule;
  /** The problems that the hosted services can answer with, beside the kit's own. */
  readonly problems: ProblemTexts;
  readonly logger: Logger;
  readonly registry: Registry;
  /** How many of the platform's own gateways stand before it: whom they say they ask for is believed, and traces are begun by them. */
  readonly gateways?: number;
  readonly tracing?: Tracing | undefined;
  /** Aborts when it is about to end: from then on nobody's connection is kept. */
  readonly leaving?: AbortSignal;
};

/** Routes outside the API, where operators look. */
const OUTSIDE_API = ['livez', 'readyz', 'metrics', '.well-known/jwks.json', 'api/openapi.json', 'api/docs', 'api/problems/:code'];

const MiB = 1024 * 1024;

/** A Nest application on Fastify as every service is built: below `/api/v1`, checked by schema, answering problems. */
export const httpApp = async ({ module, problems, logger, registry, gateways = 0, tracing, leaving }: HttpApp): Promise<NestFastifyApplication> => {
  const problemFilter = new ProblemFilter(problems, logger);
  const adapter = new FastifyAdapter({
    bodyLimit: 1 * MiB,
    trustProxy: gateways > 0 && ((_address: string, hop: number) => hop < gateways),
    genReqId: requestId,
    forceCloseConnections: 'idle',
    // Whoever still comes on a kept connection while it ends is answered.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => problemFilter.answer(error, request, reply),
  });
  const server = adapter.getInstance();
  server.setValidatorCompiler(schemaValidator);
  readJsonBodies(server);
  server.addContentTypeParser('application/x-ndjson', (_request, payload, done) => done(null, payload));
  refuseUnaskedBodies(server);
  refuseUnstorableText(server);
  measureRequests(server, registry);
  if (tracing) traceRequests(server, tracing, gateways === 0);
  unpackAnswers(server);
  if (leaving) endKeptConnections(server, leaving);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, abortOnError: false, bodyParser: false });
  await app.register(fastifyCookie as never);
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_API });
  app.useGlobalFilters(problemFilter);
  return app;
};
