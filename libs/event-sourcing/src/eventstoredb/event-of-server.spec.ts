import { note } from '../contract/log-under-test.js';
import { storable } from '../storable.js';
import { atOf, forServer, idAtServer, storedEvent, type EventOfServer } from './event-of-server.js';

const [tenant, stream] = ['demo', 'case-1'];
const place = { position: 7, recordedAt: '2026-03-01T09:00:00.001Z' };
const [sent] = storable({ tenant, stream, expected: 'none', events: [note({ commandHash: 'h', causationId: 'cause', traceparent: '00-1-2-03' })] }).events;
const back = (change: Partial<EventOfServer> = {}): EventOfServer => {
  const { type, data, metadata } = forServer(tenant, stream, 'attempt', sent!);
  return { streamId: 'onmaru.case.demo/case-1', revision: 4n, type, data, metadata, created: new Date(0), position: { commit: 900n, prepare: 900n }, ...change };
};

describe('An event at EventStoreDB', () => {
  it('comes back as it was sent, in its place', () => {
    expect(storedEvent(back(), { tenant, stream }, place)).toEqual({ ...sent!.event, tenant, stream, revision: 5, ...place });
  });

  it('has the same id whenever its command is sent, and another in any other place', () => {
    const id = idAtServer(tenant, stream, 'command', 0);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idAtServer(tenant, stream, 'command', 0)).toBe(id);
    const others = [idAtServer('other', stream, 'command', 0), idAtServer(tenant, 'case-2', 'command', 0), idAtServer(tenant, stream, 'other', 0), idAtServer(tenant, stream, 'command', 1)];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('carries its correlation where EventStoreDB looks for it', () => {
    expect(forServer(tenant, stream, 'attempt', sent!).metadata).toMatchObject({ $correlationId: 'correlation', $causationId: 'cause' });
  });

  it.each([
    ['whose server does not say where it lies', { position: undefined }, 'not-migrated'],
    ['whose server says the greatest number there is', { position: { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n } }, 'not-migrated'],
    ['of a transaction that took several requests', { position: { commit: 901n, prepare: 900n } }, 'damaged-log'],
  ])('is not given a place when it is one %s', (_, change, code) => {
    expect(() => atOf(back(change as Partial<EventOfServer>))).toThrow(expect.objectContaining({ name: 'LogError', code }) as Error);
  });
});
