import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { systemClock } from '@onmaru/time/system-clock';
import type { Bus } from '../bus.js';
import { inMemoryCheckpoints, type Checkpoints } from '../checkpoints.js';
import { gate, told, until, witness, type BusBench } from '../contract/bus-bench.js';
import { inMemoryBus } from '../in-memory-bus.js';
import { logBus } from '../log-bus.js';
import type { Message } from '../message.js';
import { logBench, shopPublications } from './shop.js';

/** What a group did wrong: messages that it never took, and moves of its checkpoint, `from → to`, that began elsewhere than the one before had ended. */
export type GroupFaults = { readonly lost: readonly string[]; readonly strayed: readonly string[] };

export type WatchedShop = { readonly bench: BusBench; strayed(): readonly string[] };

/** A shop over the log in memory, whose bus and checkpoints may be made worse, and whose checkpoint is watched. */
export const watchedShop = (worse: { readonly bus?: (bus: Bus) => Bus; readonly checkpoints?: () => Checkpoints } = {}): WatchedShop => {
  const store = inMemoryEventStore({ clock: systemClock });
  const { bus: around = (bus) => bus, checkpoints: make = inMemoryCheckpoints } = worse;
  const checkpoints = make();
  const moves: { readonly from: number; readonly to: number }[] = [];
  const watched: Checkpoints = {
    read: checkpoints.read,
    async move(group, from, to) {
      const moved = await checkpoints.move(group, from, to);
      if (moved) moves.push({ from, to });
      return moved;
    },
  };
  const bench = logBench(store, () => around(logBus({ store, publications: shopPublications, checkpoints: watched })), () => Promise.resolve());
  return { bench, strayed: () => moves.filter(({ from }, n) => from !== (moves[n - 1]?.to ?? 0)).map(({ from, to }) => `${from} → ${to}`) };
};

const tellMany = async ({ publish }: BusBench, count: number, from = 0): Promise<readonly string[]> => {
  const names: string[] = [];
  for (let n = from; n < from + count; n += 1) {
    await publish(`order-${n % 5}`, n);
    names.push(`order-${n % 5}:${n}`);
  }
  return names;
};

/** A group whose process dies eight times with a message in its hand, and then lives. */
export const diesWithMessages = async ({ bench, strayed }: WatchedShop): Promise<GroupFaults> => {
  const taken = new Set<string>();
  let names: readonly string[] = [];
  for (let life = 1; life <= 9; life += 1) {
    names = [...names, ...(await tellMany(bench, 10, 10 * life))];
    const { position } = await bench.publish('parcel-1', life);
    let [left, dead] = [life === 9 ? Infinity : 3, false];
    const group = await witness(bench.replica(), {}, async (message) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      dead ||= left <= 0;
      if (dead) throw new Error('the process is dead');
      left -= 1;
      taken.add(told(message));
    });
    await (life === 9 ? group.waitFor(position, 5000) : until(() => dead));
    await group.stop();
  }
  return { lost: [...new Set(names)].filter((name) => !taken.has(name)), strayed: strayed() };
};

/** A process that falls asleep with the first message in its hand, and goes on when another of its group has got past it. */
export const overtakenInItsSleep = async ({ bench, strayed }: WatchedShop): Promise<GroupFaults> => {
  const sleep = gate();
  const names = [...(await tellMany(bench, 1))];
  let asleep = false;
  const slow = await witness(bench.bus, {}, () => {
    asleep = true;
    return sleep.opened;
  });
  await until(() => asleep);
  names.push(...(await tellMany(bench, 20, 1)));
  const quick = await witness(bench.replica());
  await quick.waitFor((await bench.publish('parcel-1', 0)).position, 5000);
  sleep.open();
  const { position } = await bench.publish('parcel-1', 1);
  await Promise.all([slow.waitFor(position, 5000), quick.waitFor(position, 5000)]);
  await Promise.all([slow.stop(), quick.stop()]);
  const taken = new Set([...slow.story(), ...quick.story()]);
  return { lost: names.filter((name) => !taken.has(name)), strayed: strayed() };
};

/** What a handler has done by the end, as text, for the bus as it is and for each seed by which it mixes keys and repeats. */
export const endings = async (handler: () => { deliver(message: Message): void; state(): unknown }, seeds: readonly number[]): Promise<ReadonlySet<string>> => {
  const all = new Set<string>();
  for (const shuffle of [undefined, ...seeds.map((seed) => ({ seed }))]) {
    const bus = inMemoryBus(shuffle ? { shuffle } : {});
    const origin = { specversion: '1.0', source: '/shop', type: 'shop.order-placed.v1', time: '', topic: 'shop.order', tenant: 'demo', actor: { kind: 'system', id: 'spec' }, correlationId: '' } as const;
    let last = 0;
    for (let n = 0; n < 24; n += 1) last = bus.publish({ ...origin, id: `${n}`, key: `order-${n % 6}`, data: { n } }).position;
    const { deliver, state } = handler();
    const group = await witness(bus, {}, deliver);
    await group.waitFor(last, 5000);
    await group.stop();
    all.add(JSON.stringify(state()));
  }
  return all;
};
