import type { Pacing, Press, Speed } from '@onmaru/playback';
import { useEffect, useRef, useState } from 'react';
import { startPlaying, type Playing, type Shown } from './playing.js';
import type { Span } from './span.js';

/** What is being played on this page; `shown` is null while nothing is. It ends when the page is left. */
export const usePlaying = () => {
  const playing = useRef<Playing | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const leave = () => {
    playing.current?.leave();
    playing.current = null;
    setShown(null);
  };
  useEffect(() => () => playing.current?.leave(), []);
  return {
    shown,
    leave,
    start: (span: Span, pacing: Pacing) => {
      leave();
      playing.current = startPlaying(span, pacing, setShown);
    },
    press: (press: Press) => playing.current?.press(press),
    setSpeed: (speed: Speed) => playing.current?.setSpeed(speed),
    isThere: () => playing.current !== null,
  };
};
