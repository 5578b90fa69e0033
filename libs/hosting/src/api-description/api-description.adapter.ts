import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '@onmaru/service-kit';

/**
 * The API as a document for programs, and as pages for people, made from the routes themselves. Where others serve a
 * part of it, `withOthers` says whenever somebody looks what the whole is.
 */
export const serveApiDescription = (app: NestFastifyApplication, withOthers: (own: OpenAPIObject) => OpenAPIObject = (own) => own): void => {
  SwaggerModule.setup('api/docs', app, () => describeApi(app, 'Onmaru', '1'), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Onmaru API',
    patchDocumentOnRequest: (_request, _reply, own) => withOthers(own),
  });
};
