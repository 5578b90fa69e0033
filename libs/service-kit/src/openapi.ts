import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { acceptLanguage, answerHeaders, Problem, problemAnswers, problemsOf, type Operation } from './openapi-conventions.js';
import { knownSchemas } from './schema.js';

/** The OpenAPI 3.1 description of everything the application serves, with what all routes have in common; paths are whole. */
export const describeApi = (app: NestFastifyApplication, title: string, version: string): OpenAPIObject => {
  const config = new DocumentBuilder().setTitle(title).setVersion(version).setOpenAPIVersion('3.1.0').addBearerAuth().build();
  const document = SwaggerModule.createDocument(app, config);
  const components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...knownSchemas(), Problem },
    responses: problemAnswers,
    headers: answerHeaders,
    parameters: { 'Accept-Language': acceptLanguage },
  };
  const paths = Object.entries(document.paths).map(([path, item]) => [path, withConventions(path, item as Item)]);
  return { ...document, paths: Object.fromEntries(paths) as OpenAPIObject['paths'], components: components as OpenAPIObject['components'] };
};

type Item = Readonly<Record<string, Operation>>;

const withConventions = (path: string, item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).map(([method, operation]) => [
      method,
      {
        ...operation,
        parameters: [...(operation.parameters ?? []), { $ref: '#/components/parameters/Accept-Language' }],
        responses: problemsOf({ path, method, operation }),
      },
    ]),
  );
