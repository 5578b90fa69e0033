import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { describeApi } from '@onmaru/service-kit';

/** The API as a document for programs, and as pages for people, made from the routes themselves. */
export const serveApiDescription = (app: NestFastifyApplication): void => {
  SwaggerModule.setup('api/docs', app, () => describeApi(app, 'Onmaru', '1'), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Onmaru API',
  });
};
