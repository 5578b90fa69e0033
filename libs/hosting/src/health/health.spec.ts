import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { httpApp } from '@onmaru/service-kit';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { HealthHttp, READINESS } from './health.http.js';
import { LIVENESS } from './liveness.js';
import { withViews } from './views-readiness.js';

describe('Whether a process is ready', () => {
  let app: NestFastifyApplication;
  const waits: string[] = [];
  const stalled: string[] = [];
  const reached = { cases: 7, routing: 5 };
  class HealthModule {}

  beforeAll(async () => {
    const services = (['cases', 'routing'] as const).map((schema) => ({ schema, runner: { reached: () => reached[schema] } }));
    const registry = new Registry();
    const providers = [{ provide: READINESS, useValue: withViews({ waitingFor: () => Promise.resolve(waits) }, services) }, { provide: LIVENESS, useValue: { stalled: () => stalled } }, { provide: Registry, useValue: registry }];
    app = await httpApp({ module: { module: HealthModule, controllers: [HealthHttp], providers }, problems: {}, logger: pino({ level: 'silent' }), registry });
    await app.init();
  });
  afterEach(() => waits.splice(0));
  afterAll(() => app.close());

  const ready = async (query = '') => {
    const answer = await app.inject({ method: 'GET', url: `/readyz${query}` });
    return [answer.statusCode, (answer.json<{ waitingFor?: string[] }>()).waitingFor];
  };

  it('is so once it waits for nothing', async () => {
    waits.push('what comes before the first visitor');
    expect(await ready()).toEqual([503, ['what comes before the first visitor']]);
    waits.splice(0);
    expect(await ready()).toEqual([200, []]);
  });

  it.each([
    [5, 200, []],
    [6, 503, ['the views of routing']],
    [8, 503, ['the views of cases', 'the views of routing']],
  ])('depends, asked for position %d, on views that have seen that far', async (position, status, waitingFor) => expect(await ready(`?position=${position}`)).toEqual([status, waitingFor]));

  it('says nothing of whether it lives, which is so while what it does goes on', async () => {
    waits.push('the views of routing');
    const live = () => app.inject({ method: 'GET', url: '/livez' });
    expect([(await live()).statusCode, (await live()).json()]).toEqual([200, { alive: true, stalled: [] }]);
    stalled.push('the relay of cases.case');
    expect([(await live()).statusCode, (await live()).json()]).toEqual([503, { alive: false, stalled }]);
  });

  it('names what it waits for once', async () => {
    waits.push('the views of routing');
    expect(await ready('?position=6')).toEqual([503, ['the views of routing']]);
  });

  it.each(['-1', 'now', '1.5'])('is not asked for a position that is none: %s', async (position) => expect((await ready(`?position=${position}`))[0]).toBe(400));
});
