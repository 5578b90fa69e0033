import { randomFillSync } from 'node:crypto';

const PARTS = 256;

/**
 * Parts of so many bytes of chance, each handed out once, good until 255 more were asked for. They are drawn for many at
 * a time: to draw each by itself was nine tenths of what an id costs.
 */
export const chanceOf = (bytes: number): (() => Buffer) => {
  const drawn = Buffer.alloc(PARTS * bytes);
  let used = drawn.length;
  return () => {
    if (used === drawn.length) {
      randomFillSync(drawn);
      used = 0;
    }
    used += bytes;
    return drawn.subarray(used - bytes, used);
  };
};
