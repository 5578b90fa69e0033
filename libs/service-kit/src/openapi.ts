import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { knownSchemas } from './schema.js';

/** The OpenAPI 3.1 description of everything the application serves; paths are whole. */
export const describeApi = (app: NestFastifyApplication, title: string, version: string): OpenAPIObject => {
  const config = new DocumentBuilder().setTitle(title).setVersion(version).setOpenAPIVersion('3.1.0').addBearerAuth().build();
  const document = SwaggerModule.createDocument(app, config);
  return { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, ...knownSchemas(), Problem } } };
};

const Problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    instance: { type: 'string' },
    traceId: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } } },
  },
};
