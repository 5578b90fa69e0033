import type { Message } from '@onmaru/messaging';
import { platform, type Platform } from '../testing/platform.adapter.js';

const ADA = '0b8c5f4e-8f0e-4c5b-9d27-0a3f0d8f6c01';
const EVE = '0b8c5f4e-8f0e-4c5b-9d27-0a3f0d8f6c02';
const PARKED = '0b8c5f4e-8f0e-4c5b-9d27-0a3f0d8f6c03';
let at: Platform;
let count = 0;

const tell = async (type: string, userId: string, data: object = {}, tenant = 'demo') => {
  count += 1;
  const id = `0190f3a4-8f6e-7c1b-9d27-${String(count).padStart(12, '0')}`;
  const envelope: Omit<Message, 'position'> = {
    ...{ specversion: '1.0', id, source: '/identity', type, key: `user-${userId}`, time: '2026-03-01T09:00:00.000Z', topic: 'identity.user', tenant },
    ...{ actor: { kind: 'staff', id: 'boss' }, correlationId: 'c', data: { userId, ...data } },
  };
  await at.news.waitFor(at.bus.publish(envelope).position, 5000);
  await at.views.waitFor(await at.log.head(), 5000);
};
const hire = (userId: string, capacity: number, tenant?: string) =>
  tell('identity.staff-hired.v1', userId, { name: null, email: null, role: 'agent', externalId: null, capacity }, tenant);
const set = (who: string, id: string, presence: string) => at.call('POST', `staff/${id}/presence`, who, { presence });
const agents = async (query = '') => (await at.call('GET', `agents?${query}`, 'supervisor:demo:s')).body['items'];

beforeAll(async () => {
  at = await platform();
  await hire(ADA, 8);
  await hire(EVE, 5);
  await hire(PARKED, 5, 'other');
});
afterAll(() => at.close());

describe('An agent', () => {
  it('is whoever was hired: offline, with the capacity they were hired for', async () =>
    expect(await agents()).toEqual([
      { id: ADA, revision: 1, presence: 'offline', places: 0, capacity: 8 },
      { id: EVE, revision: 1, presence: 'offline', places: 0, capacity: 5 },
    ]));

  it('says that they take work now', async () => {
    const { status, body, headers } = await set(`agent:demo:${ADA}`, ADA, 'available');
    expect([status, body]).toEqual([200, { id: ADA, revision: 2, presence: 'available', places: 0, capacity: 8 }]);
    const seen = { 'onmaru-position': String(headers['onmaru-position']) };
    expect((await at.call('GET', `staff/${ADA}/presence`, 'agent:demo:x', undefined, seen)).body).toEqual(body);
    expect(await agents('presence=available')).toEqual([body]);
  });

  it('cannot set the presence of a colleague', async () =>
    expect((await set(`agent:demo:${ADA}`, EVE, 'available')).body).toMatchObject({ status: 403, code: 'not-permitted' }));

  it('can be set away by a supervisor', async () => expect((await set('supervisor:demo:s', ADA, 'away')).body).toMatchObject({ presence: 'away', revision: 3 }));

  it('is unknown to the supervisors of another tenant', async () => {
    expect((await set('supervisor:demo:s', PARKED, 'available')).body).toMatchObject({ status: 404, code: 'agent-not-found' });
    expect((await at.call('GET', `staff/${PARKED}/presence`, 'agent:demo:x')).status).toBe(404);
  });

  it('is nobody once they are disabled, and back as they were once they are enabled', async () => {
    await tell('identity.staff-disabled.v1', ADA);
    expect((await set('supervisor:demo:s', ADA, 'available')).status).toBe(404);
    expect(await agents()).toMatchObject([{ id: EVE }]);
    await tell('identity.staff-enabled.v1', ADA);
    expect((await set(`agent:demo:${ADA}`, ADA, 'available')).body).toMatchObject({ presence: 'available', capacity: 8 });
  });

  it('changes once, however often it is told', async () => {
    const types = (await at.log.readStream('demo', `agent-${ADA}`)).map(({ type }) => type.split('.')[1]);
    expect(types).toEqual(['AgentJoined', 'AgentPresenceSet', 'AgentPresenceSet', 'AgentLeft', 'AgentJoined', 'AgentPresenceSet']);
  });

  it('has the capacity that a supervisor sets, whatever others would like', async () => {
    const capacity = (who: string, body: object) => at.call('POST', `staff/${EVE}/capacity`, who, body);
    expect((await capacity('supervisor:demo:s', { capacity: 2 })).body).toMatchObject({ id: EVE, capacity: 2 });
    expect((await capacity(`agent:demo:${EVE}`, { capacity: 99 })).body).toMatchObject({ status: 403, code: 'not-permitted' });
    expect((await capacity('supervisor:other:s', { capacity: 99 })).status).toBe(404);
    for (const wrong of [-1, 1001, 1.5, '3', null]) expect((await capacity('supervisor:demo:s', { capacity: wrong })).status).toBe(400);
  });

  it('has a snapshot once much has happened to them, and is as they were', async () => {
    const turns = Array.from({ length: 200 }, (_, n) => (n % 2 ? 'available' : 'away'));
    for (const presence of turns) await set(`agent:demo:${ADA}`, ADA, presence);
    const snapshot = await at.log.readSnapshot('demo', `agent-${ADA}`);
    expect(snapshot).toMatchObject({ shape: 1, revision: 200, state: '{"state":"here","capacity":8,"presence":"available","places":[]}' });
    expect((await set(`agent:demo:${ADA}`, ADA, 'available')).body).toEqual({ id: ADA, revision: 206, presence: 'available', places: 0, capacity: 8 });
  });

  it.each(['busy', '', 'AVAILABLE'])('has no presence "%s"', async (presence) => expect((await set(`agent:demo:${ADA}`, ADA, presence)).status).toBe(400));
});
