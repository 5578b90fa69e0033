import type { Bench } from '../bench.js';
import { inChild } from '../contenders/in-child.js';
import type { LagResult } from '../contenders/onmaru-relay-lag.js';
import { added } from '../counters.js';
import { logDatabase } from '../ground/log-database.js';
import { fillLog } from '../logs/filled-log.js';
import type { RelayResult } from '../logs/relay.js';
import { median, pairedRatio, rounded } from '../statistics.js';

/** Seconds of a steady stream of appends, of which the lag is taken. */
const SECONDS = 5;

export const outboxRelay: Bench = {
  name: 'outbox-relay',
  about: 'The log told to a group of consumers that take everything at once, against a bare loop that makes the same messages; and how late they come.',
  async run(ground, { rounds, events }) {
    const [bus, loop]: [RelayResult[], RelayResult[]] = [[], []];
    const lags: LagResult[] = [];
    const url = await logDatabase(ground, 'relay');
    await fillLog(url, events);
    for (let round = 1; round <= rounds; round += 1) {
      bus.push(await inChild('onmaru-relay', { url, upTo: events, way: 'bus' }));
      loop.push(await inChild('onmaru-relay', { url, upTo: events, way: 'loop' }));
      const quiet = await logDatabase(ground, `lag_${round}`);
      lags.push(await inChild('onmaru-relay-lag', { url: quiet, seconds: Math.min(SECONDS, Math.max(1, events / 10_000)) }));
      await ground.drop(`lag_${round}`);
    }
    const rates = (results: readonly RelayResult[]): readonly number[] => results.map(({ rate }) => rate);
    const lag = (share: 'p50' | 'p99'): number => rounded(median(lags.map((one) => one[share])));
    return {
      ratios: { vsLimit: pairedRatio(rates(bus), rates(loop)) },
      absolute: { onmaru: rounded(median(rates(bus))), loop: rounded(median(rates(loop))), lagMs: { p50: lag('p50'), p99: lag('p99') } },
      counters: added([...bus, ...loop, ...lags].map(({ counters }) => counters)),
      notes: ['lagMs is from the acknowledgement of an append to its arrival at a consumer, at about 150 appends per second'],
    };
  },
};
