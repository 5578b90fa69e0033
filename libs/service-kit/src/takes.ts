import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiBody, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { schemaOf, schemaRef } from './schema.js';

type Taken = {
  readonly body?: Type;
  /** `optional`: a request without a body is good, too. `stream`: the route reads lines itself as they come. Usually, a body must be there. */
  readonly bodyIs?: 'optional' | 'stream';
  readonly query?: Type;
  readonly path?: Type;
};

/**
 * What a route takes: classes that class-validator declares. They become its type, its check and its documentation. A
 * route that does not say its body takes none, or an empty object.
 */
export const Takes = ({ body, bodyIs, query, path }: Taken) =>
  applyDecorators(
    RouteSchema({
      ...(bodyIs === 'stream' && { body: {} }),
      ...(body && { body: bodyIs === 'optional' ? { ...schemaOf(body), type: ['object', 'null'] } : schemaOf(body) }),
      ...(query && { querystring: schemaOf(query) }),
      ...(path && { params: schemaOf(path) }),
    }),
    ...(body ? [ApiBody({ schema: schemaRef(body), required: bodyIs !== 'optional' })] : []),
    ...(query ? queryParameters(query) : []),
  );

/** What a route answers with when all is well. */
export const Answers = (status: number, answer?: Type, description = '') =>
  applyDecorators(HttpCode(status), ApiResponse({ status, description, ...(answer && { content: { 'application/json': { schema: schemaRef(answer) } } }) }));

/** The same for a route that answers line by line, in one of these types. */
export const AnswersLines = (status: number, types: readonly string[], description: string) =>
  applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description, content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' as const } }])) }),
  );

const queryParameters = (query: Type) => {
  const { properties = {}, required = [] } = schemaOf(query);
  return Object.entries(properties).map(([name, schema]) =>
    ApiQuery({ name, required: required.includes(name), schema: schema as never }),
  );
};
