import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Addresses below these are the programs' own; all others belong to the console, which finds its way itself. */
const NOT_PAGES = /^\/(api|livez|readyz|metrics|\.well-known|assets)(\/|$)/;

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** Serves the built console from `folder`. Without it, the API goes on and pages say how to build it. */
export const serveWebApps = async (app: NestFastifyApplication, folder: string): Promise<void> => {
  const server = app.getHttpAdapter().getInstance();
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '1y', decorateReply: true });
  }
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    if (request.method !== 'GET' || NOT_PAGES.test(request.url.split('?')[0] ?? '')) return done();
    if (!built) {
      void reply.status(503).type('text/plain; charset=utf-8').send('The console is not built: run "npm start", or "npx vite build" in apps/console.\n');
      return;
    }
    void reply
      .headers({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .sendFile('index.html', folder);
  });
};
