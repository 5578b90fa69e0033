import { chance } from '../chance.js';
import { nextKill, PROCESSES } from './next-kill.js';

const kills = (seed: number) => {
  const from = chance(seed);
  return Array.from({ length: 600 }, () => nextKill(from, 6000));
};

describe('Who is killed when', () => {
  it('follows from the seed alone', () => expect(kills(42)).toEqual(kills(42)));

  it('spares nobody, and comes at the pace that was asked for', () => {
    const all = kills(1);
    for (const process of PROCESSES) expect(all.filter(({ victims }) => victims.includes(process)).length).toBeGreaterThan(60);
    const mean = all.reduce((sum, { afterMs }) => sum + afterMs, 0) / all.length;
    expect(mean).toBeGreaterThan(5000);
    expect(mean).toBeLessThan(7000);
    expect(Math.min(...all.map(({ afterMs }) => afterMs))).toBeGreaterThanOrEqual(1500);
  });

  it('takes two at once now and then, and never one twice', () => {
    const two = kills(3).filter(({ victims }) => victims.length === 2);
    expect(two.length).toBeGreaterThan(20);
    expect(two.every(({ victims: [one, other] }) => one !== other)).toBe(true);
  });
});
