import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { api, faults } from './fake-http.ts';
import { people } from './fake-people.ts';
import { tell } from './fake-story.ts';

const WEB = join(import.meta.dirname, '../dist/web');
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8' };
const CSP = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** `node --import ../../tools/ts.mjs test/fake-server.ts PORT [ko|en]` */
const [port = '47801', language = 'ko'] = process.argv.slice(2);
tell(language === 'en' ? 'en' : 'ko');

createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/fault') {
    Object.assign(faults, Object.fromEntries([...url.searchParams].map(([name, value]) => [name, JSON.parse(value)])));
    return response.end(JSON.stringify(faults));
  }
  if (!url.pathname.startsWith('/api/')) {
    const asset = join(WEB, url.pathname);
    const file = url.pathname.startsWith('/assets/') && existsSync(asset) ? asset : join(WEB, 'index.html');
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': CSP });
    return createReadStream(file).pipe(response);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (faults.latency > 0) await setTimeout(faults.latency);
  if (faults.down) return request.socket.destroy();
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const person = people.find(({ id }) => id === token) ?? null;
  return void api({ method: request.method ?? 'GET', path: url.pathname.replace('/api/v1/', ''), query: url.searchParams, body: text ? (JSON.parse(text) as Record<string, unknown>) : {}, person, request, response });
}).listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
