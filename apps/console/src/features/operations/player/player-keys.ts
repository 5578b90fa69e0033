import type { Press } from '@onmaru/playback';
import { isComposing, type Key } from '../../../ui/keys/key-map.js';

const PRESSES: Readonly<Record<string, Press>> = {
  Space: 'toggle',
  KeyS: 'step',
  Period: 'step',
  KeyR: 'restart',
  Equal: 'faster',
  NumpadAdd: 'faster',
  Minus: 'slower',
  NumpadSubtract: 'slower',
};

/** What a key asks of the player, told by its place on the keyboard; null when it is nobody's. */
export const playerPressOf = (key: Key): Press | null => (isComposing(key) || key.ctrlKey || key.metaKey || key.altKey ? null : (PRESSES[key.code] ?? null));
