const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** The partition of a key among `count`: the same for ever, so a topic never changes its number of partitions. FNV-1a. */
export const partitionOf = (key: string, count: number): number => {
  let hash = OFFSET;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, PRIME);
  return ((hash ^ (hash >>> 15)) >>> 0) % count;
};
