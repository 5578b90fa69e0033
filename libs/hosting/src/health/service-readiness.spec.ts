import { serviceReadiness } from './service-readiness.js';

describe('A service', () => {
  const stands = () => {
    const it = { reached: 7, database: () => Promise.resolve(), quiet: 0, asked: 0, hearsNews: true };
    const pool = { query: () => ((it.asked += 1), it.database()) } as never;
    const leaving = new AbortController();
    const hosted = { schema: 'cases', pool, runner: { reached: () => it.reached } as never };
    const readiness = serviceReadiness({ hosted, goal: 7, hearsNews: () => it.hearsNews, loops: new Map([['the consumers of cases', { quietFor: () => it.quiet }]]), leaving: leaving.signal });
    return { it, leaving, waits: () => readiness.waitingFor(0, false) };
  };

  it('can serve once its views have seen what was there when it began, and goes on to when there is more', async () => {
    const { it, waits } = stands();
    it.reached = 6;
    expect(await waits()).toEqual(['the views of cases']);
    it.reached = 7;
    expect(await waits()).toEqual([]);
    it.reached = 5;
    expect(await waits()).toEqual([]);
  });

  it('cannot while its database refuses it, nor while its consumers do nothing, and says so', async () => {
    const { it, waits } = stands();
    it.database = () => Promise.reject(new Error('57P03'));
    it.quiet = 15_001;
    expect(await waits()).toEqual(['the database of cases', 'the consumers of cases']);
    it.database = () => Promise.resolve();
    it.quiet = 0;
    expect(await waits()).toEqual([]);
  });

  it('waits no longer than a second and a half for its database, and asks it once at a time', async () => {
    const { it, waits } = stands();
    const { promise, resolve } = Promise.withResolvers<void>();
    it.database = () => promise;
    const asked = performance.now();
    expect(await Promise.all([waits(), waits(), waits()])).toEqual([['the database of cases'], ['the database of cases'], ['the database of cases']]);
    expect(performance.now() - asked).toBeLessThan(3000);
    expect(it.asked).toBe(1);
    resolve();
    expect(await waits()).toEqual([]);
  });

  it('cannot before it has its place among those that are told the news', async () => {
    const { it, waits } = stands();
    it.hearsNews = false;
    expect(await waits()).toEqual(['its place among those that are told the news']);
  });

  it('cannot any more when it is about to end', async () => {
    const { leaving, waits } = stands();
    leaving.abort();
    expect(await waits()).toEqual(['its end']);
  });
});
