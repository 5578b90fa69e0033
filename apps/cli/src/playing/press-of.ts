import type { Press } from '@onmaru/playback';

/** Keys as a terminal tells them; where the keyboard writes Hangul, by the sign on the same key. */
const PRESSES: Readonly<Record<string, Press>> = {
  ' ': 'toggle',
  s: 'step',
  ㄴ: 'step',
  '.': 'step',
  r: 'restart',
  ㄱ: 'restart',
  '+': 'faster',
  '=': 'faster',
  '-': 'slower',
  _: 'slower',
  q: 'quit',
  ㅂ: 'quit',
};

/** What a key asks of what is played; undefined when it is nobody's. */
export const pressOf = (key: string): Press | undefined => PRESSES[key.toLowerCase()];
