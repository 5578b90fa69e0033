import { applyDecorators, type Type } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiBody, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { schemaOf, schemaRef } from './schema.js';

/** What a route takes: classes that class-validator declares. They become its type, its check and its documentation. */
export const Takes = ({ body, query }: { readonly body?: Type; readonly query?: Type }) =>
  applyDecorators(
    RouteSchema({ ...(body && { body: schemaOf(body) }), ...(query && { querystring: schemaOf(query) }) }),
    ...(body ? [ApiBody({ schema: schemaRef(body), required: true })] : []),
    ...(query ? queryParameters(query) : []),
  );

/** What a route answers with when all is well. */
export const Answers = (status: number, answer?: Type, description = '') =>
  ApiResponse({ status, description, ...(answer && { content: { 'application/json': { schema: schemaRef(answer) } } }) });

const queryParameters = (query: Type) => {
  const { properties = {}, required = [] } = schemaOf(query);
  return Object.entries(properties).map(([name, schema]) =>
    ApiQuery({ name, required: required.includes(name), schema: schema as never }),
  );
};
