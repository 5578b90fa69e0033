import type { Bus, Consuming, Subscription } from '../bus.js';
import type { Message } from '../message.js';
import type { PumpOptions } from '../pump.js';

/** What the contract suite needs of an adapter: topics `shop.order` (keys `order-…`) and `shop.parcel` (keys `parcel-…`). */
export type BusBench = {
  readonly bus: Bus;
  /** Another process of the same services: same messages, same checkpoints. */
  replica(): Bus;
  /** Tells of `shop.order-placed.v1` or `shop.parcel-sent.v1`, whichever the key belongs to, with `data` `{ n }`. */
  publish(key: string, n: number, tenant?: string, actor?: Message['actor']): Promise<Pick<Message, 'id' | 'position'>>;
  close(): Promise<void>;
};

export type MakeBus<Bench = BusBench> = (options: PumpOptions) => Promise<Bench>;

/** A bench whose bus is fed from a log. */
export type FedBench = BusBench & {
  /** Lets something happen of which no message of `shop.order` can be made. */
  publishBroken(key: string, n: number): Promise<Pick<Message, 'id' | 'position'>>;
};

/** A bench for each case of the describe it stands in. */
export const oneBench = <Bench extends BusBench>(make: MakeBus<Bench>): (() => Bench) => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await make({});
  });
  afterEach(() => bench.close());
  return () => bench;
};

/** A group that writes down what it takes. */
export type Witness = Consuming & {
  readonly taken: Message[];
  /** `order-1:3`: key and number of what was taken, in order. */
  story(): readonly string[];
};

export const told = ({ key, data }: Message): string => `${key}:${(data as { n: number }).n}`;

export const witness = async (bus: Bus, subscription: Partial<Subscription> = {}, deliver?: (message: Message) => Promise<void> | void): Promise<Witness> => {
  const taken: Message[] = [];
  const consuming = await bus.subscribe({
    group: 'witness',
    topics: ['shop.order', 'shop.parcel'],
    undeliverable: () => Promise.resolve(),
    ...subscription,
    async deliver(message) {
      await deliver?.(message);
      taken.push(message);
    },
  });
  return { ...consuming, taken, story: () => taken.map(told) };
};

/** A promise that is kept by hand. */
export const gate = (): { readonly opened: Promise<void>; open(): void } => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
};

export const until = async (met: () => boolean, patience = 15_000): Promise<void> => {
  const end = Date.now() + patience;
  while (!met()) {
    if (Date.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};

/** Refuses what `bad` names until it is mended. */
export const refusing = (...bad: string[]) => {
  const tried: string[] = [];
  const refused = new Set(bad);
  return {
    tried,
    mend: () => refused.clear(),
    deliver: (message: Message): void => {
      tried.push(told(message));
      if (refused.has(told(message))) throw new Error(`${told(message)} is not taken`);
    },
  };
};
