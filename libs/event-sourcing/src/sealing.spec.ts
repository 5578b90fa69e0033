import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { newStream, note, testTypes } from './contract/log-under-test.js';
import type { EventStore } from './event-store.js';
import { inMemoryEventStore } from './in-memory.js';
import { inMemoryKeys } from './in-memory-keys.js';
import type { Keys } from './keys.js';
import { seal, unseal } from './seal.js';
import { sealed } from './sealing.js';

const tenant = 'demo';
const setUp = (keys: Keys = inMemoryKeys()) => {
  const raw = inMemoryEventStore({ clock: { now: () => '2026-03-01T09:00:00.000Z' } });
  const store = sealed(raw, [testTypes], keys);
  const keep = async (data: object, into: EventStore = store): Promise<string> => {
    const stream = newStream();
    await into.append({ tenant, stream, expected: 'none', events: [note({ data })] });
    return stream;
  };
  const read = async (stream: string, from: EventStore = store) => (await from.readStream(tenant, stream))[0]?.data;
  return { raw, store, keep, read };
};

describe('Personal text', () => {
  it('stands in the log sealed, and what is not personal in the open', async () => {
    const { raw, store, keep, read } = setUp();
    const stream = await keep({ text: 'planted@example.com', customerId: 'ada', n: 1 });
    expect(JSON.stringify((await raw.readAll(0, { everyTenant: true })).events)).not.toContain('planted');
    expect((await store.readRaw(0, { everyTenant: true })).events.map(({ json }) => json).join()).not.toContain('planted');
    expect(await read(stream, raw)).toEqual({ text: { sealed: expect.stringMatching(/^[\w-]+$/), subject: 'ada' }, customerId: 'ada', n: 1 });
    expect(await read(stream)).toEqual({ text: 'planted@example.com', customerId: 'ada', n: 1 });
  });

  it('of any shape comes back as it was', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (value, key) => {
        const place = { stream: 'case-1', eventId: 'e', field: 'f' };
        expect(unseal(seal(value, key, place), key, place)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  it('never looks the same twice', () => {
    const [key, place] = [randomBytes(32), { stream: 'case-1', eventId: 'e', field: 'f' }];
    expect(seal('Ada', key, place)).not.toBe(seal('Ada', key, place));
  });

  it('that is missing or null stays so', async () => {
    const { raw, keep, read } = setUp();
    expect(await read(await keep({ text: null, customerId: 'ada' }), raw)).toEqual({ text: null, customerId: 'ada' });
    expect(await read(await keep({ customerId: 'ada' }), raw)).toEqual({ customerId: 'ada' });
  });

  it('that names nobody belongs to its stream', async () => {
    const { raw, keep, read } = setUp();
    const stream = await keep({ text: 'hello', customerId: null });
    expect(await read(stream, raw)).toMatchObject({ text: { subject: stream } });
  });

  it('reads as null for ever once its subject is erased, and nobody else’s does', async () => {
    const keys = inMemoryKeys();
    const { keep, read } = setUp(keys);
    const [ada, bob] = [await keep({ text: 'hers', customerId: 'ada' }), await keep({ text: 'his', customerId: 'bob' })];
    keys.erase(tenant, 'ada');
    expect([await read(ada), await read(bob)]).toEqual([{ text: null, customerId: 'ada' }, { text: 'his', customerId: 'bob' }]);
  });

  it('is not lost when it comes after its subject was erased', async () => {
    const keys = inMemoryKeys();
    const { raw, keep, read } = setUp(keys);
    keys.erase(tenant, 'ada');
    const stream = await keep({ text: 'goodbye', customerId: 'ada' });
    expect(await read(stream, raw)).toMatchObject({ text: { subject: stream } });
    expect(await read(stream)).toEqual({ text: 'goodbye', customerId: 'ada' });
  });

  it('of one tenant is not opened with the key of another', async () => {
    const { store } = setUp();
    const stream = newStream();
    for (const one of ['demo', 'other']) await store.append({ tenant: one, stream, expected: 'none', events: [note({ data: { text: one, customerId: 'ada' } })] });
    const { events } = await store.readAll(0, { everyTenant: true });
    expect(events.map(({ data }) => (data as { text: string }).text)).toEqual(['demo', 'other']);
  });

  it('reads as null while keys cannot be had, and is not taken then', async () => {
    const away: Keys = { toOpen: () => Promise.reject(new Error('away')), toSeal: () => Promise.reject(new Error('away')) };
    const { raw, store, keep } = setUp();
    const stream = await keep({ text: 'hello', customerId: 'ada' });
    const without = sealed(raw, [testTypes], away);
    expect((await without.readStream(tenant, stream))[0]?.data).toEqual({ text: null, customerId: 'ada' });
    const head = await raw.head();
    await expect(keep({ text: 'hello', customerId: 'ada' }, without)).rejects.toMatchObject({ code: 'no-key' });
    expect(await raw.head()).toBe(head);
    await keep({ n: 1 }, without);
    expect(await store.head()).toBe(head + 1);
  });

  it('is not read as null meanwhile by whoever would keep that', async () => {
    const inner = inMemoryKeys();
    let away = false;
    const { raw, keep } = setUp(inner);
    const keys: Keys = { ...inner, toOpen: (one, subjects) => (away ? Promise.reject(new Error('away')) : inner.toOpen(one, subjects)) };
    const insisting = sealed(raw, [testTypes], keys, 'fail');
    const stream = await keep({ text: 'hello', customerId: 'ada' });
    away = true;
    for (const reading of [insisting.readAll(0, { tenant }), insisting.readStream(tenant, stream)]) await expect(reading).rejects.toMatchObject({ code: 'no-key' });
    away = false;
    expect((await insisting.readAll(0, { tenant })).events[0]?.data).toEqual({ text: 'hello', customerId: 'ada' });
  });

  it('is asked for once per page', async () => {
    const inner = inMemoryKeys();
    const asked: (readonly string[])[] = [];
    const { store, keep } = setUp({ ...inner, toOpen: (one, subjects) => (asked.push(subjects), inner.toOpen(one, subjects)) });
    for (let n = 0; n < 20; n += 1) await keep({ text: 'hello', customerId: `c${n % 4}` });
    await store.readAll(0, { tenant });
    expect(asked.map((subjects) => [...subjects].sort())).toEqual([['c0', 'c1', 'c2', 'c3']]);
  });

  it('is refused in a type that nobody has described', async () => {
    const { store } = setUp();
    const append = store.append({ tenant, stream: newStream(), expected: 'none', events: [note({ type: 'tests.Secret.v1' })] });
    await expect(append).rejects.toMatchObject({ code: 'invalid-append' });
  });

  it('does not mistake what somebody wrote for something sealed', async () => {
    const { store } = setUp();
    const stream = newStream();
    const data = { attributes: { sealed: 'not really', subject: 'ada' } };
    await store.append({ tenant, stream, expected: 'none', events: [note({ data })] });
    expect((await store.readStream(tenant, stream))[0]?.data).toEqual(data);
  });
});

describe('Sealed text that was changed in the log', () => {
  const place = { stream: 'case-1', eventId: 'e', field: 'text' };
  const key = randomBytes(32);
  const broken = expect.objectContaining({ code: 'broken-seal' });
  const opening = (text: string, at = place, by: Uint8Array = key) => () => unseal(text, by, at);

  it('is an error, whichever bit of it changed', () =>
    fc.assert(
      fc.property(fc.nat(), (n) => {
        const bytes = Buffer.from(seal('Ada', key, place), 'base64url');
        const at = n % (bytes.length * 8);
        bytes[at >> 3] = (bytes[at >> 3] as number) ^ (1 << (at & 7));
        expect(opening(bytes.toString('base64url'))).toThrow(broken);
      }),
    ));

  it.each([
    ['another stream', { ...place, stream: 'case-2' }],
    ['another event', { ...place, eventId: 'f' }],
    ['another field', { ...place, field: 'name' }],
  ])('is an error when it was moved to %s', (_, elsewhere) => expect(opening(seal('Ada', key, place), elsewhere)).toThrow(broken));

  it('is an error under another key, and when it was cut', () => {
    expect(opening(seal('Ada', key, place), place, randomBytes(32))).toThrow(broken);
    expect(opening(seal('Ada', key, place).slice(0, 20))).toThrow(broken);
  });
});
