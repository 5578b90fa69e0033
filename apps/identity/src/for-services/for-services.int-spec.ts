import { STAFF_ROLES } from '@onmaru/service-kit';
import { demo, type Demo } from '../testing/demo.adapter.js';

const SERVICE_KEY = 'known-to-the-services-alone-0123456789';
const DOORS = [
  ['introspect', { token: 'x' }],
  ['subject-keys/open', { tenant: 'demo', subjects: ['ada'] }],
  ['subject-keys/make', { tenant: 'demo', subjects: ['ada'] }],
] as const;

let at: Demo;
beforeAll(async () => {
  at = await demo({ serviceKey: SERVICE_KEY });
});
afterAll(() => at.close());

const ask = (door: string, body: object, token = SERVICE_KEY) => at.call('POST', `service/${door}`, token, body);

describe('Another service', () => {
  it('is told who a token speaks for, and that one speaks for nobody', async () => {
    const { body } = await ask('introspect', { token: at.as('agent@demo') });
    expect(body).toMatchObject({ active: true, caller: { tenant: 'demo', role: 'agent', actorKind: 'staff' } });
    for (const token of ['nobody', at.as('agent@demo').slice(0, -3)]) expect((await ask('introspect', { token })).body).toEqual({ active: false, caller: null });
  });

  it('is told so in the tenant that whoever runs the platform names, and that nobody else may name', async () => {
    expect((await ask('introspect', { token: at.as('admin@demo'), tenant: 'other' })).body).toEqual({ active: false, caller: null });
    expect((await ask('introspect', { token: at.as('admin@demo'), tenant: 'demo' })).body).toMatchObject({ active: true });
    expect((await ask('introspect', { token: SERVICE_KEY, tenant: 'nowhere' })).status).toBe(404);
  });

  it('is given the keys that identity itself uses, made where they were missing', async () => {
    expect((await ask('subject-keys/open', { tenant: 'demo', subjects: ['new'] })).body).toEqual({ keys: {} });
    const made = await ask('subject-keys/make', { tenant: 'demo', subjects: ['new'] });
    const own = (await at.keys.toOpen('demo', ['new'])).get('new') as Uint8Array;
    expect(made.body).toEqual({ keys: { new: Buffer.from(own).toString('base64') } });
    expect((await ask('subject-keys/open', { tenant: 'demo', subjects: ['new', 'nobody'] })).body).toEqual(made.body);
  });

  it('is given none of somebody who was erased', async () => {
    await ask('subject-keys/make', { tenant: 'demo', subjects: ['gone'] });
    await at.keys.erase('demo', 'gone');
    for (const verb of ['open', 'make']) expect((await ask(`subject-keys/${verb}`, { tenant: 'demo', subjects: ['gone'] })).body).toEqual({ keys: {} });
  });

  it('may do nothing that people do', async () => {
    for (const path of ['me', 'staff', 'customers', 'tenants']) expect((await at.call('GET', path, SERVICE_KEY)).status).toBe(403);
  });

  it.each(DOORS)('alone is let in by the door %s', async (door, body) => {
    for (const who of [...STAFF_ROLES, 'customer']) expect((await ask(door, body, at.as(`${who}@demo`))).status).toBe(403);
    expect((await ask(door, body, `${SERVICE_KEY}x`)).status).toBe(401);
    expect((await at.call('POST', `service/${door}`, undefined, body)).status).toBe(401);
  });

  it('leaves no key and no token in the lines that operators read', () => {
    for (const secret of [SERVICE_KEY, at.as('agent@demo')]) expect(at.lines.join('\n')).not.toContain(secret);
  });
});

describe('A platform in one process', () => {
  it('has no door for other services', async () => {
    const alone = await demo();
    for (const [door, body] of DOORS) expect((await alone.call('POST', `service/${door}`, alone.as('admin@demo'), body)).status).toBe(404);
    await alone.close();
  });
});
