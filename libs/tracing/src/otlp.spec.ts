import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openTracing } from './open-tracing.js';
import { otlpReceiver, pathTo } from './testing/otlp-receiver.js';
import { traceIdOf } from './traceparent.js';
import { traced, type Tracing } from './tracing.js';

const CLICK = '00-11111111111111111111111111111111-2222222222222222-01';
const UNKEPT = CLICK.replace(/01$/, '00');

describe('Traces that are sent', () => {
  let receiver: Awaited<ReturnType<typeof otlpReceiver>>;
  const troubles: string[] = [];
  const trouble = { warn: (details: object) => void troubles.push(JSON.stringify(details)) };
  const before = process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];

  beforeEach(async () => {
    receiver = await otlpReceiver();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = receiver.url;
    troubles.splice(0);
  });
  afterEach(async () => {
    await receiver.close();
    if (before === undefined) delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    else process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = before;
  });
  const opened = async (more: NodeJS.ProcessEnv = {}): Promise<Tracing> => (await openTracing('shop', trouble, { ...process.env, ...more })) as Tracing;

  it('say what led to what, in whose name, and what failed how', async () => {
    const tracing = await opened();
    await traced(tracing, 'GET /orders/:id', { kind: 'server', parent: CLICK, fromOutside: true, attributes: { 'http.route': '/orders/:id' } }, (span) =>
      traced(tracing, 'command order', { kind: 'internal', parent: span?.traceparent }, () => Promise.reject(Object.assign(new Error('about Ada'), { code: 'busy' }))),
    ).catch((error: Error) => expect(error.message).toBe('about Ada'));
    await tracing.close();
    const failed = receiver.spans.find(({ name }) => name === 'command order');
    expect(pathTo(receiver.spans, failed as never, CLICK)).toEqual(['shop: GET /orders/:id', 'shop: command order']);
    expect([failed?.failed, failed?.text]).toEqual([true, expect.stringContaining('busy')]);
    expect(receiver.spans.map(({ text }) => text).join()).not.toContain('Ada');
    expect(troubles).toEqual([]);
  });

  it('leave out what the edge did not keep, and everything that comes of it', async () => {
    const tracing = await opened();
    const span = tracing.begin('command order', { kind: 'internal', parent: UNKEPT });
    span.end();
    expect([traceIdOf(span.traceparent), span.traceparent.slice(-2)]).toEqual([traceIdOf(UNKEPT), '00']);
    await tracing.close();
    expect(receiver.spans).toEqual([]);
  });

  it.each([
    [UNKEPT, '1', '01'],
    [CLICK, '0', '00'],
  ])('are kept or not by the platform’s own choice, whatever somebody outside wishes: %s', async (parent, part, kept) => {
    const tracing = await opened({ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: part });
    expect(tracing.begin('GET', { kind: 'server', parent, fromOutside: true }).traceparent.slice(-2)).toBe(kept);
    await tracing.close();
  });

  it('hold nothing up where nobody takes them, and it is said', async () => {
    await receiver.close();
    const tracing = await opened();
    tracing.begin('GET', { kind: 'server' }).end();
    const began = performance.now();
    await tracing.close();
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(troubles.join()).toMatch(/ECONNREFUSED|could not be sent/);
    receiver = await otlpReceiver();
  });
});

describe('OpenTelemetry', () => {
  const run = promisify(execFile);
  const here = fileURLToPath(new URL('.', import.meta.url));
  /** What a program loads of it that opens its traces. */
  const loaded = async (environment: NodeJS.ProcessEnv): Promise<number> => {
    const program = `
      import { registerHooks } from 'node:module';
      let count = 0;
      registerHooks({ load: (url, context, next) => ((count += /node_modules.@opentelemetry./.test(url) ? 1 : 0), next(url, context)) });
      const { openTracing } = await import('./open-tracing.ts');
      await (await openTracing('shop', console))?.close();
      console.log(count);`;
    const { stdout } = await run(process.execPath, ['--import', '../../../tools/ts.mjs', '--input-type=module', '--eval', program], { cwd: here, env: { PATH: process.env['PATH'], ...environment } });
    return Number(stdout);
  };

  it('is not loaded where no traces are to be sent', async () => expect(await loaded({})).toBe(0));

  it('is, where they are', async () => expect(await loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' })).toBeGreaterThan(3));
});
