import { tenure } from './tenure.js';

const opened = (...offsets: readonly number[]) => {
  const held = tenure();
  for (const offset of offsets) held.open(offset, offset * 10);
  return held;
};

describe('What a process has in hand of a partition', () => {
  it('may be committed up to the oldest that is not taken, and no further', () => {
    const held = opened(4, 5, 6, 7);
    expect(held.due()).toBeUndefined();
    held.done(5);
    held.done(7);
    expect(held.due()).toBeUndefined();
    held.done(4);
    expect(held.due()).toEqual({ offset: 6, position: 50 });
    held.done(6);
    expect(held.due()).toEqual({ offset: 8, position: 70 });
    expect([held.waiting(), held.spread()]).toEqual([0, 0]);
  });

  it('is committed once', () => {
    const held = opened(1);
    held.done(1);
    const mark = held.due()!;
    held.committed(mark);
    expect(held.due()).toBeUndefined();
  });

  it('is not opened again when Kafka repeats it, and offsets may have gaps', () => {
    const held = opened(3, 9);
    expect([held.open(3, 30), held.open(9, 90), held.open(12, 120)]).toEqual([false, false, true]);
    held.done(3);
    held.done(3);
    held.done(9);
    expect(held.due()).toEqual({ offset: 10, position: 90 });
    expect([held.waiting(), held.spread()]).toEqual([1, 1]);
  });

  it('keeps count of a long span behind one that is not taken', () => {
    const held = opened(...Array.from({ length: 5000 }, (_, n) => n));
    for (let n = 4999; n > 0; n -= 1) held.done(n);
    expect([held.waiting(), held.spread(), held.due()]).toEqual([1, 5000, undefined]);
    held.done(0);
    expect([held.spread(), held.due()]).toEqual([0, { offset: 5000, position: 49_990 }]);
  });
});
