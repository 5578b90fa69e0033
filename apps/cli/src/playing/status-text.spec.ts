import { FASTEST, type Playback } from '@onmaru/playback';
import { statusText } from './status-text.js';

const playback: Playback = { mode: 'playing', speed: 100, longestGap: Infinity, round: 1, shown: 10, steps: 0, lastAt: Date.parse('2016-03-10T09:12:00Z'), waited: 0, since: 0 };
const standing = { playback, from: 0, to: 71_800, position: 35_900, perSecond: 12.4 };
const words = '▶ ×100   50 %  #35,900 of 71,800  2016-03-10 09:12:00  12 events/s';

describe('The line that says how far playing is', () => {
  it('is a bar, whether it plays and how fast, its place, its moment and its rate', () => expect(statusText(standing, 120)).toBe(`${'█'.repeat(15)}${'░'.repeat(15)} ${words}`));

  it('leaves the bar out where there is no room for it, and never breaks', () => {
    expect(statusText(standing, 70)).toBe(words);
    expect(statusText(standing, 40)).toBe(words.slice(0, 39));
  });

  it('says that it is paused, and that it waits for nothing', () => {
    expect(statusText({ ...standing, playback: { ...playback, mode: 'paused' } }, 70)).toMatch(/^‖ ×100 /);
    expect(statusText({ ...standing, playback: { ...playback, speed: FASTEST } }, 70)).toMatch(/^▶ max /);
  });

  it('has no moment before the first event', () => expect(statusText({ ...standing, position: 0, playback: { ...playback, lastAt: null } }, 45)).toBe('▶ ×100    0 %  #0 of 71,800  12 events/s'));
});
