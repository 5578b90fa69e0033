import type { Item } from '../follower.js';
import { partitionOf } from './partition-of.js';
import { recordOf, type Record } from './record.js';

/** What one request carries at most, in records and in characters. */
const MOST = 500;
const LARGEST = 512 * 1024;

const sizeOf = ({ key, value }: Record): number => key.length + value.length + 500;

/** Records in their order, as many together as one request may carry. */
const cut = (records: readonly Record[]): readonly (readonly Record[])[] => {
  const portions: Record[][] = [];
  let size = Infinity;
  for (const record of records) {
    const last = portions.at(-1);
    size += sizeOf(record);
    if (last && last.length < MOST && size <= LARGEST) last.push(record);
    else {
      portions.push([record]);
      size = sizeOf(record);
    }
  }
  return portions;
};

/** By partition, what is to be told there, request after request. */
export const portions = (items: readonly Item[], partitions: number): ReadonlyMap<number, readonly (readonly Record[])[]> => {
  const byPartition = Map.groupBy(items, ({ message }) => partitionOf(message.key, partitions));
  return new Map([...byPartition].map(([partition, own]) => [partition, cut(own.map(recordOf))]));
};
