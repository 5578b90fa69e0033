import { useEffect, useRef } from 'react';
import type { LiveEvent } from './live-event.js';

type Listener = (events: readonly LiveEvent[]) => void;
const listeners = new Set<Listener>();

export const tellLiveEvents = (events: readonly LiveEvent[]): void => listeners.forEach((listener) => listener(events));

/** Calls the latest `listener` with whatever the log gains while the component stands. */
export const useLiveEvents = (listener: Listener): void => {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const tell: Listener = (events) => latest.current(events);
    listeners.add(tell);
    return () => {
      listeners.delete(tell);
    };
  }, []);
};
