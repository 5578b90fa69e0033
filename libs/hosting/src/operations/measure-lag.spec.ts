import { Registry } from 'prom-client';
import { measureLag } from './measure-lag.adapter.js';

describe('How far consumers and relays are behind', () => {
  const cases = { group: 'cases', lag: () => Promise.resolve([{ topic: 'identity.user', events: 3, seconds: 1.5 }, { topic: 'routing.agent', events: 0, seconds: 0 }]) };
  const told = async (measured: Parameters<typeof measureLag>[1]): Promise<readonly string[]> => {
    const registry = new Registry();
    measureLag(registry, measured);
    return (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  };

  it('is told of each group and topic, in events and in seconds', async () =>
    expect(await told({ consumers: [cases], relays: [{ lag: () => Promise.resolve([{ topic: 'cases.case', events: 7, seconds: 42 }]) }] })).toEqual([
      'onmaru_consumer_lag_events{group="cases",topic="identity.user"} 3',
      'onmaru_consumer_lag_events{group="cases",topic="routing.agent"} 0',
      'onmaru_consumer_lag_seconds{group="cases",topic="identity.user"} 1.5',
      'onmaru_consumer_lag_seconds{group="cases",topic="routing.agent"} 0',
      'onmaru_relay_lag_events{topic="cases.case"} 7',
      'onmaru_relay_lag_seconds{topic="cases.case"} 42',
    ]));

  it('is not told while it cannot be known, and the other numbers are', async () =>
    expect(await told({ consumers: [cases], relays: [{ lag: () => Promise.reject(new Error('the database is away')) }] })).toEqual([
      expect.stringContaining('onmaru_consumer_lag_events'),
      expect.stringContaining('onmaru_consumer_lag_events'),
      expect.stringContaining('onmaru_consumer_lag_seconds'),
      expect.stringContaining('onmaru_consumer_lag_seconds'),
    ]));

  it('is asked once for both', async () => {
    let asked = 0;
    await told({ consumers: [{ ...cases, lag: () => ((asked += 1), cases.lag()) }], relays: [] });
    expect(asked).toBe(1);
  });
});
