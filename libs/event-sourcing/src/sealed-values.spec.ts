import { inMemoryEventStore } from './in-memory.js';
import { opened, openedData, sealed, withheld, type EventTypes, type NewEvent } from './index.js';
import { inMemoryKeys } from './testing.js';

const types = [{ context: 'identity', types: { Registered: { version: 1, personal: ['name'], subject: 'customerId' } } }] as unknown as readonly EventTypes[];
const registered: NewEvent = {
  id: '019aa000-0000-7000-8000-000000000001',
  type: 'identity.Registered.v1',
  occurredAt: '2026-03-01T09:00:00.000Z',
  data: { customerId: 'ada', name: 'Ada', locale: 'en' },
  actor: { kind: 'staff', id: 'jimin' },
  commandId: 'one',
  correlationId: 'one',
};

const stored = async () => {
  const raw = inMemoryEventStore({ clock: { now: () => '2026-03-01T09:00:00.000Z' } });
  const keys = inMemoryKeys();
  await sealed(raw, types, keys).append({ tenant: 'demo', stream: 'customer-ada', expected: 'none', events: [registered] });
  const [event] = await raw.readStream('demo', 'customer-ada');
  if (!event) throw new Error('nothing was stored');
  return { raw, keys, message: { id: event.id, key: event.stream, tenant: event.tenant, data: event.data } };
};

describe('Sealed values away from the log', () => {
  it('are opened for whoever has the key', async () => {
    const { keys, message } = await stored();
    expect(await openedData(keys, message)).toEqual({ customerId: 'ada', name: 'Ada', locale: 'en' });
  });

  it('read as null once the person is erased', async () => {
    const { keys, message } = await stored();
    keys.erase('demo', 'ada');
    expect(await openedData(keys, message)).toEqual({ customerId: 'ada', name: null, locale: 'en' });
  });

  it('read as null in the log for those who may not see them', async () => {
    const { raw } = await stored();
    const { events } = await withheld(raw).readAll(0, { tenant: 'demo' });
    expect(events.map(({ data }) => data)).toEqual([{ customerId: 'ada', name: null, locale: 'en' }]);
    const { events: lying } = await withheld(raw).readRaw(0, { tenant: 'demo' });
    expect(lying.map(({ stream, json }) => [stream, json])).toEqual([['customer-ada', '{"customerId":"ada","name":null,"locale":"en"}']]);
  });

  it('are not taken for sealed because a text speaks of it', async () => {
    const raw = inMemoryEventStore({ clock: { now: () => '2026-03-01T09:00:00.000Z' } });
    const data = { note: 'the "sealed": "value"', list: [{ sealed: 1 }] };
    await raw.append({ tenant: 'demo', stream: 'case-1', expected: 'none', events: [{ ...registered, type: 'cases.NoteAdded.v1', data }] });
    expect((await withheld(raw).readRaw(0, { tenant: 'demo' })).events.map(({ json }) => JSON.parse(json) as object)).toEqual([data]);
  });
});

describe('The log opened without knowing its types', () => {
  const asked = { everyTenant: true } as const;
  const never = (cause: unknown) => {
    throw cause;
  };
  const first = async (pages: AsyncIterable<{ readonly events: readonly { readonly data: object }[] }>) => {
    for await (const { events } of pages) return events.map(({ data }) => data);
    return null;
  };

  it('shows what is personal to whoever has the keys, of each tenant by its own', async () => {
    const { raw, keys } = await stored();
    await sealed(raw, types, keys).append({ tenant: 'other', stream: 'customer-bob', expected: 'none', events: [{ ...registered, id: '019aa000-0000-7000-8000-000000000002', data: { customerId: 'bob', name: 'Bob' } }] });
    const log = opened(raw, keys, never);
    const shown = [{ customerId: 'ada', name: 'Ada', locale: 'en' }, { customerId: 'bob', name: 'Bob' }];
    expect((await log.readAll(0, asked)).events.map(({ data }) => data)).toEqual(shown);
    expect(await first(log.subscribe(0, asked, AbortSignal.timeout(5000)))).toEqual(shown);
    expect(await log.head()).toBe(2);
  });

  it('holds nothing of who was erased', async () => {
    const { raw, keys } = await stored();
    keys.erase('demo', 'ada');
    expect((await opened(raw, keys, never).readAll(0, asked)).events.map(({ data }) => data)).toEqual([{ customerId: 'ada', name: null, locale: 'en' }]);
  });

  it('goes on with nulls while keys cannot be had, and says why', async () => {
    const { raw } = await stored();
    const causes: unknown[] = [];
    const away = { toOpen: () => Promise.reject(new Error('identity is away')), toSeal: () => Promise.reject(new Error('identity is away')) };
    expect((await opened(raw, away, (cause) => causes.push(cause)).readAll(0, asked)).events.map(({ data }) => data)).toEqual([{ customerId: 'ada', name: null, locale: 'en' }]);
    expect(causes).toMatchObject([{ message: 'identity is away' }]);
  });

  it.each([
    ['was changed after it was stored', (data: object) => data],
    ['only looks like a sealed one', () => ({ customerId: 'ada', name: { sealed: 'by nobody', subject: 'ada' }, locale: 'en' })],
  ])('shows nothing of a value that %s, says so and goes on', async (_what, dataOf) => {
    const { raw, keys } = await stored();
    const [event] = await raw.readStream('demo', 'customer-ada');
    await raw.append({ tenant: 'demo', stream: 'customer-ada', expected: 1, events: [{ ...registered, id: '019aa000-0000-7000-8000-000000000003', commandId: 'two', data: dataOf(event?.data ?? {}) }] });
    const causes: unknown[] = [];
    const { events } = await opened(raw, keys, (cause) => causes.push(cause)).readAll(0, asked);
    expect(events.map(({ data }) => data)).toMatchObject([{ name: 'Ada' }, { customerId: 'ada', name: null, locale: 'en' }]);
    expect(causes).toMatchObject([{ code: 'broken-seal' }]);
  });
});
