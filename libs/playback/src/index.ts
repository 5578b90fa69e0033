export { Player, type Stage } from './player.js';
export type { Pacing, Playback, Press } from './playback.js';
export { rateAfter, type Rate } from './rate.js';
export { shareDone } from './share.js';
export { FASTEST, SPEEDS, type Speed } from './speed.js';
