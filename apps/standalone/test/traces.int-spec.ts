import { setTimeout as pause } from 'node:timers/promises';
import type { Tracing } from '@onmaru/tracing';
import { openTracing } from '@onmaru/tracing/open';
import { otlpReceiver, pathTo } from '@onmaru/tracing/testing';
import { expectStatus, platform, type TestPlatform } from './platform.js';

const [HIRED, ARRIVED] = ['a', 'b'].map((digit) => `00-${digit.repeat(32)}-${'1'.repeat(16)}-01`) as [string, string];
const NAME = '가나다 라마바';
const SUBJECT = '나의 이웃이 북을 쳐요';
const EMAIL = 'new-here@demo.example';

describe('One trace', () => {
  let at: TestPlatform;
  let receiver: Awaited<ReturnType<typeof otlpReceiver>>;
  let tracing: Tracing;
  const troubles: object[] = [];

  beforeAll(async () => {
    receiver = await otlpReceiver();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = receiver.url;
    tracing = (await openTracing('standalone', { warn: (details) => void troubles.push(details) })) as Tracing;
    at = await platform({ tracing });
    const hired = await at.as('admin', 'staff', { body: { name: NAME, email: EMAIL, role: 'agent', capacity: 3 }, headers: { traceparent: HIRED, baggage: 'role=admin' } });
    const { id } = expectStatus(hired, 201);
    for (let tried = 0; (await at.as('agent', `staff/${String(id)}/presence`)).json['capacity'] !== 3; tried += 1) {
      if (tried > 200) throw new Error('Routing has not heard of it');
      await pause(50);
    }
    const body = { subject: SUBJECT, description: '', customerId: at.idOf('customer'), channel: 'web' };
    const { id: caseId } = expectStatus(await at.as('agent', 'cases', { body }), 201);
    // Until nobody thinks of handing out work any more.
    await pause(3_000);
    const mina = at.idOf('agent');
    expectStatus(await at.as('agent', `staff/${mina}/presence`, { body: { presence: 'available' }, headers: { traceparent: ARRIVED } }), 200);
    for (let tried = 0; ((await at.as('agent', `cases/${String(caseId)}`)).json['assignee'] as { id: string } | null)?.id !== mina; tried += 1) {
      if (tried > 200) throw new Error('The case was given to nobody');
      await pause(50);
    }
    await at.close();
    await tracing.close();
  }, 120_000);
  afterAll(async () => {
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    await receiver.close();
  });

  /** What led to each piece of work of that name. */
  const led = (click: string, name: string, spans = receiver.spans): readonly string[] =>
    spans.filter((span) => span.name === name && click.includes(span.traceId)).map((span) => pathTo(spans, span, click).map((step) => step.replace('standalone: ', '')).join(' → '));
  const hiring = 'POST /api/v1/staff → command user';
  const joining = `${hiring} → process identity.user → command agent`;
  const handing = 'POST /api/v1/staff/:id/presence → command agent → process routing.agent → command agent';
  const assigning = `${handing} → process routing.agent → command case`;

  it('leads from a click to what is stored, and to the views that show it', () => {
    expect(troubles).toEqual([]);
    expect(led(HIRED, 'append user')).toContain(`${hiring} → append user`);
    expect(led(HIRED, 'fold staff')).toContain(`${hiring} → fold staff`);
  });

  it('leads on to what another context does when it hears of that', () => expect(led(HIRED, 'append agent')).toContain(`${joining} → append agent`));

  it('leads from a click to the last who hears of what came of it: work is handed out, and the case is its agent’s', () => {
    expect(led(ARRIVED, 'append case')).toContain(`${assigning} → append case`);
    expect(led(ARRIVED, 'process cases.case')).toContain(`${assigning} → process cases.case`);
  });

  it('is cut wherever somebody does not say where they are, and that is seen', () => {
    for (const cut of ['POST /api/v1/staff', 'command user', 'process identity.user', 'command agent'])
      expect(() => led(HIRED, 'append agent', receiver.spans.map((span) => (span.name === cut ? { ...span, parent: 'f'.repeat(16) } : span)))).toThrow('does not come of');
  });

  it('holds nothing that people wrote, nor who they are by name, nor what lets them in', () => {
    const told = receiver.spans.map(({ text }) => text).join();
    for (const secret of [NAME, EMAIL, SUBJECT, 'agent@demo.example', 'Guest of demo', at.tokenOf('admin'), 'role=admin']) expect(told).not.toContain(secret);
  });
});
