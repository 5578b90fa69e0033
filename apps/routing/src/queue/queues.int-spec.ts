import { platform, type Platform } from '../testing/platform.adapter.js';

const [ADMIN, AGENT, STRANGER] = ['admin:demo:a', 'agent:demo:b', 'admin:other:c'];
let at: Platform;
beforeAll(async () => {
  at = await platform();
});
afterAll(() => at.close());

const open = (name: string, headers = {}, who = ADMIN) => at.call('POST', 'queues', who, { name }, headers);
const list = async (query: string, position: unknown, who = AGENT) =>
  (await at.call('GET', `queues?${query}`, who, undefined, { 'onmaru-position': String(position) })).body as { items: { name: string }[]; nextCursor: string | null };

describe('Opening a queue', () => {
  it('answers with the queue, and it is in the list of whoever looks then', async () => {
    const { status, body, headers } = await open('환불');
    expect([status, body]).toEqual([201, { id: expect.any(String), revision: 1, name: '환불' }]);
    expect(headers).toMatchObject({ etag: '"1"', location: `/api/v1/queues/${String(body['id'])}` });
    expect((await list('', headers['onmaru-position'])).items).toContainEqual(body);
    expect((await at.call('GET', `queues/${String(body['id'])}`, AGENT)).body).toEqual(body);
  });

  it('takes a name once in a tenant, whatever its case and spaces', async () => {
    expect((await open('Billing')).status).toBe(201);
    expect((await open(' BILLING')).body).toMatchObject({ status: 409, code: 'queue-name-taken' });
    expect((await open('Billing', {}, STRANGER)).status).toBe(201);
  });

  it('takes a name once when several ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => open('Rush')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
  });

  it('gives a repeated request its first answer', async () => {
    const key = { 'idempotency-key': 'open-once' };
    const [first, again] = [await open('Once', key), await open('Once', key)];
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('is refused under a key that opened a queue of another name, whoever else uses it too', async () => {
    const key = { 'idempotency-key': 'open-kept' };
    const kept = await open('Kept', key);
    expect((await open('Other', key)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect((await list('name=Other', kept.headers['onmaru-position'])).items).toEqual([]);
    expect((await open('Kept', key)).body).toEqual(kept.body);
    expect((await open('Other', key, 'admin:demo:d')).status).toBe(201);
    expect((await open('Other', key, STRANGER)).status).toBe(201);
  });

  it('opens one queue when one key comes with several names at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => open(`Crowd ${n}`, { 'idempotency-key': 'open-crowd' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 422)]);
  });

  it('is refused without a name, and for those who may not', async () => {
    expect((await open(' ')).body).toMatchObject({ status: 400, errors: [{ pointer: '/name' }] });
    for (const role of ['agent', 'supervisor', 'analyst', 'customer']) expect((await open('Mine', {}, `${role}:demo:x`)).status).toBe(403);
  });
});

describe('The queues', () => {
  it('are found by name', async () => {
    const { headers } = await open('Group 70');
    expect((await list('name=group%2070', headers['onmaru-position'])).items.map(({ name }) => name)).toEqual(['Group 70']);
    expect((await list('name=Group%207', headers['onmaru-position'])).items).toEqual([]);
    expect((await list('name=Group%2070', headers['onmaru-position'], 'agent:other:x')).items).toEqual([]);
  });

  it('come page by page, each once', async () => {
    const first = await list('limit=2', 0);
    const second = await list(`limit=100&cursor=${String(first.nextCursor)}`, 0);
    const names = [...first.items, ...second.items].map(({ name }) => name);
    expect(first.items).toHaveLength(2);
    expect(second.nextCursor).toBeNull();
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual((await list('limit=100', 0)).items.map(({ name }) => name));
  });

  it('of another tenant are not there', async () => {
    const { body } = await open('Secret');
    expect((await at.call('GET', `queues/${String(body['id'])}`, STRANGER)).body).toMatchObject({ status: 404, code: 'queue-not-found' });
  });
});
