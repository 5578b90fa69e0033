import { counting } from './counting.js';
import type { EventOfServer } from './event-of-server.js';
import type { Server } from './server.js';

const event = (at: number, streamId = 'onmaru.case.demo/case-1', attempt = `a${at}`): EventOfServer => ({
  streamId,
  revision: 0n,
  type: 'tests.NoteTaken.v1',
  data: {},
  metadata: { attempt },
  created: new Date(Date.parse('2026-03-01T09:00:00.000Z') + at),
  position: { commit: BigInt(at), prepare: BigInt(at) },
});

/** A server that holds these events, and says from where on it was read. */
const serverOf = (events: EventOfServer[]) => {
  const asked: (number | null)[] = [];
  const server = {
    async *readFrom(at: number | null) {
      asked.push(at);
      yield* events.filter(({ position }) => at === null || Number(position?.commit) >= at);
    },
  } as unknown as Server;
  return { asked, count: () => counting(server, (stream) => stream.startsWith('onmaru.')) };
};

describe('Who counts a log at EventStoreDB', () => {
  it('comes to the same positions whenever they began, and leaves out what is not of the log', async () => {
    const events = [event(10, '$stats'), event(200), event(350, '$stats'), event(480)];
    const { count } = serverOf(events);
    const early = count();
    expect(await early.catchUp()).toEqual({ position: 2, at: 480, stream: 'onmaru.case.demo/case-1' });
    events.push(event(600, 'onmaru2.case.demo/case-1'), event(700));
    const late = count();
    for (const one of [early, late]) {
      await one.catchUp();
      expect([200, 480, 700].map((at) => one.placeOf(event(at)).position)).toEqual([1, 2, 3]);
    }
  });

  it('does not look again at what others wrote', async () => {
    const events = [event(10, '$stats'), event(20, '$stats')];
    const { asked, count } = serverOf(events);
    const one = count();
    expect(await one.catchUp()).toBeNull();
    events.push(event(30));
    await one.catchUp();
    await one.catchUp();
    expect(asked).toEqual([null, 20, 30]);
  });

  it('is told when its last event is gone, and not when that of others is', async () => {
    const events = [event(10), event(20, '$stats')];
    const { count } = serverOf(events);
    const one = count();
    await one.catchUp();
    events.pop();
    expect(await one.catchUp()).toMatchObject({ position: 1 });
    events.push(event(30));
    await one.catchUp();
    events.pop();
    await expect(one.catchUp()).rejects.toMatchObject({ code: 'damaged-log' });
  });

  it('counts an event once, however it hears of it', async () => {
    const { count } = serverOf([event(10), event(20)]);
    const one = count();
    one.take(event(10));
    await one.catchUp();
    one.take(event(20));
    expect(one.counted()).toMatchObject({ position: 2 });
  });

  it('tells an append that was taken from one that was taken before', async () => {
    const events = [event(10, 'onmaru.case.demo/case-1', 'first')];
    const { count } = serverOf(events);
    const one = count();
    expect(await one.sent('second', () => Promise.resolve(true))).toBeNull();
    expect(await one.sent('third', async () => events.push(event(20, 'onmaru.case.demo/case-1', 'third')) > 0)).toMatchObject({ position: 2 });
  });
});
