const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Millions of UUIDs in 16 bytes each: a hash table with open addressing, at most half full. */
export type IdSet = {
  /** `unreadable` when it is no UUID in lower case. */
  add(id: string): 'added' | 'there-already' | 'unreadable';
  has(id: string): boolean;
};

type Words = readonly [number, number, number, number];

const wordsOf = (id: string): Words => [
  parseInt(id.slice(0, 8), 16),
  parseInt(id.slice(9, 13) + id.slice(14, 18), 16),
  parseInt(id.slice(19, 23) + id.slice(24, 28), 16),
  parseInt(id.slice(28), 16),
];

/** Where the id is in the table, or the empty place where it would be. Four zeros are an empty place. */
const placeOf = (table: Uint32Array, [a, b, c, d]: Words): number => {
  const mask = table.length / 4 - 1;
  let place = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ d) & mask;
  for (;;) {
    const at = place * 4;
    const there = table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d;
    if (there || isEmpty(table, at)) return at;
    place = (place + 1) & mask;
  }
};

const isEmpty = (table: Uint32Array, at: number): boolean => !(table[at] || table[at + 1] || table[at + 2] || table[at + 3]);

const doubled = (table: Uint32Array): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(table.length * 2);
  for (let at = 0; at < table.length; at += 4) {
    if (isEmpty(table, at)) continue;
    const words = table.subarray(at, at + 4);
    larger.set(words, placeOf(larger, words as unknown as Words));
  }
  return larger;
};

export const idSet = (): IdSet => {
  let table = new Uint32Array(4 * 1024);
  let size = 0;
  return {
    add(id) {
      const words = UUID.test(id) ? wordsOf(id) : null;
      if (!words?.some(Boolean)) return 'unreadable';
      const at = placeOf(table, words);
      if (!isEmpty(table, at)) return 'there-already';
      table.set(words, at);
      size += 1;
      if (size * 8 > table.length) table = doubled(table);
      return 'added';
    },
    has: (id) => UUID.test(id) && !isEmpty(table, placeOf(table, wordsOf(id))),
  };
};
