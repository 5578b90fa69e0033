import type { Press } from '@onmaru/playback';
import { pressOf } from './press-of.js';

/** Ctrl-C, which a terminal does not make a signal of while single keys are read from it. */
const STOP = '\u0003';

type Ears = { readonly onPress: (press: Press) => void; readonly onStop: () => void };

/** Hears single keys where there is a terminal to press them on, until the answer is called. */
export const hearKeys = ({ onPress, onStop }: Ears): (() => void) => {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return () => {};
  const hear = (keys: string) => {
    for (const key of keys) {
      const press = pressOf(key);
      if (key === STOP) onStop();
      else if (press !== undefined) onPress(press);
    }
  };
  stdin.setRawMode(true).setEncoding('utf8').on('data', hear).resume();
  return () => {
    stdin.off('data', hear).pause().setRawMode(false);
  };
};
