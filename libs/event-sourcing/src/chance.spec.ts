import { chanceOf } from './chance.js';

describe('Chance that was drawn ahead', () => {
  it('is handed out once, in parts of the size that was asked for', () => {
    const draw = chanceOf(12);
    const parts = Array.from({ length: 1000 }, () => draw().toString('hex'));
    expect(new Set(parts).size).toBe(1000);
    expect(parts.every((part) => part.length === 24)).toBe(true);
  });

  it('is not shared by two who draw', () => {
    const [one, other] = [chanceOf(16), chanceOf(16)];
    expect(one().equals(other())).toBe(false);
  });
});
