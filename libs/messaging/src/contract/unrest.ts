import { witness, type BusBench, type MakeBus } from './bus-bench.js';

/** The mode for tests of a bus in one process, in which it does everything that Kafka might. */
export const unrestContract = (name: string, make: MakeBus): void => {
  const benches: BusBench[] = [];
  afterEach(async () => {
    for (const bench of benches.splice(0)) await bench.close();
  });
  const story = async (seed: number) => {
    const bench = await make({ shuffle: { seed } });
    benches.push(bench);
    let last = 0;
    for (let n = 0; n < 40; n += 1) last = (await bench.publish(`order-${n % 8}`, n)).position;
    const group = await witness(bench.bus);
    expect(await group.waitFor(last, 15_000)).toBe(true);
    return { bench, group, told: group.story() };
  };

  describe(`The bus (${name}) in the mode for tests`, () => {
    it('delivers everything at least twice before it calls it taken', async () => {
      const { told } = await story(1);
      for (const [, times] of Map.groupBy(told, (one) => one)) expect(times.length).toBeGreaterThanOrEqual(2);
      expect(new Set(told).size).toBe(40);
    });

    it('mixes the keys, and keeps the order of each', async () => {
      const { told } = await story(2);
      const first = [...new Set(told)];
      const numbers = first.map((one) => Number(one.split(':')[1]));
      expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));
      for (const lane of Map.groupBy(first, (one) => one.split(':')[0]).values()) {
        const own = lane.map((one) => Number(one.split(':')[1]));
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
    });

    it('does the same again for the same seed, and something else for another', async () => {
      const [one, same, other] = [await story(3), await story(3), await story(4)];
      expect(same.told).toEqual(one.told);
      expect(other.told).not.toEqual(one.told);
    });

    it('delivers the older once more after the newer', async () => {
      const { bench, group } = await story(5);
      const { position } = await bench.publish('order-0', 40);
      await group.waitFor(position, 15_000);
      const told = group.story();
      expect(told.lastIndexOf('order-0:0')).toBeGreaterThan(told.indexOf('order-0:40'));
    });
  });
};
