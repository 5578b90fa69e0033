import { orderAndGaps as workload, type OrderAndGaps } from '@onmaru/event-sourcing/testing/order-and-gaps';
import { SOUND, type Bench } from '../bench.js';
import { added } from '../counters.js';
import { median, rounded } from '../statistics.js';

const WRITERS = 32;
const KILLS = 8;
/** Seconds of work for 100,000 events asked for; with fewer, fewer. */
const SECONDS = 20;

export const orderAndGaps: Bench = {
  name: 'order-and-gaps',
  about: 'Thirty-two programs append with delays, eight are killed, strangers leave transactions open, and a consumer follows.',
  async run(ground, { rounds, events }) {
    const found: OrderAndGaps[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const url = await ground.database(`order_${round}`);
      found.push(await workload({ url, writers: WRITERS, kills: KILLS, seconds: Math.max(3, Math.min(SECONDS, (SECONDS * events) / 100_000)) }));
      await ground.drop(`order_${round}`);
    }
    const lag = (share: 'p50' | 'p99'): number => rounded(median(found.map(({ lagMs }) => lagMs[share])));
    const longest = rounded(Math.max(...found.map(({ lagMs }) => lagMs.max)));
    return {
      ratios: {},
      absolute: { appended: found.map(({ appended }) => appended), killed: found.map(({ killed }) => killed), lagMs: { p50: lag('p50'), p99: lag('p99'), max: longest } },
      counters: added(found.map(({ lost, doubled, outOfOrder, wrongAccepts, torn }) => ({ ...SOUND, lost: lost + torn, doubled, outOfOrder, wrongAccepts }))),
      notes: ['lost counts appends of which only a part is there as well'],
    };
  },
};
