import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { httpApp } from './http-app.js';
import { describeApi } from './openapi.js';
import { ThingsModule } from './testing/things.http.js';

type Described = { parameters: { name?: string; $ref?: string }[]; responses: Record<string, { $ref?: string; headers?: object; content?: object; description?: string }> };

let app: NestFastifyApplication;
let document: ReturnType<typeof describeApi>;
beforeAll(async () => {
  app = await httpApp({ module: ThingsModule, problems: {}, logger: pino({ level: 'silent' }), registry: new Registry() });
  await app.init();
  document = describeApi(app, 'Things', '1');
});
afterAll(() => app.close());

const operation = (method: 'get' | 'post', path: string) => document.paths[`/api/v1/things${path}`]?.[method] as unknown as Described;
const namesOf = ({ parameters }: Described) => parameters.map(({ name, $ref }) => name ?? $ref?.split('/').at(-1));

describe('The description of the API', () => {
  it('says of a command its headers, those of its answer, and its problems', () => {
    const command = operation('post', '/{id}/act');
    expect(namesOf(command)).toEqual(expect.arrayContaining(['id', 'Idempotency-Key', 'If-Match', 'Accept-Language']));
    expect(Object.keys(command.responses['201']?.headers ?? {})).toEqual(['ETag', 'Onmaru-Position', 'Location']);
    expect(Object.keys(command.responses)).toEqual(['201', '400', '401', '403', '404', '409', '412', '422', '503', 'default']);
  });

  it('says of a read that it may wait for a position', () => {
    const read = operation('get', '');
    expect(namesOf(read)).toEqual(expect.arrayContaining(['Onmaru-Position', 'Accept-Language', 'asOf']));
    expect(Object.keys(read.responses)).toEqual(['200', '400', '503', 'default']);
  });

  it('says of what anybody may post that too many tries are refused', () =>
    expect(Object.keys(operation('post', '').responses)).toEqual(expect.arrayContaining(['400', '401', '429'])));

  it('names the types of an answer in lines', () =>
    expect(Object.keys(operation('get', '/lines').responses['200']?.content ?? {})).toEqual(['application/x-ndjson', 'text/event-stream']));

  it('shows a problem as it is sent', () => {
    const { responses } = document.components as unknown as { responses: Record<string, { content: object }> };
    for (const { content } of Object.values(responses)) expect(content).toEqual({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } });
  });

  it('refers to nothing that it does not hold, and names no parameter twice', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    const found = (path: string): unknown => path.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
    expect(references.filter((path) => found(path) === undefined)).toEqual([]);
    for (const item of Object.values(document.paths)) {
      for (const described of Object.values(item) as unknown as Described[]) {
        expect(new Set(namesOf(described)).size).toBe(described.parameters.length);
        for (const { $ref, description } of Object.values(described.responses)) expect($ref ?? description).toBeDefined();
      }
    }
  });
});
