import { useEffect, useRef } from 'react';
import { useSettings } from '../settings/use-settings.js';
import { actionOf, type Action, type Place } from './key-map.js';

type KeyHandlers = Partial<Record<Action, () => void>>;

/** Shortcuts of the page; the newest handlers are called. A dialog in front has the keys to itself. */
export const useKeys = (handlers: KeyHandlers): void => {
  const { keys: enabled } = useSettings();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
      const action = actionOf(event, placeOf(event.target), enabled);
      const handler = action === null ? undefined : latest.current[action];
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [enabled]);
};

const placeOf = (target: EventTarget | null): Place => {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.isContentEditable || target.matches('input, textarea, select')) return 'writing';
  return target.matches('a, button, summary, [role="button"], [role="option"], [role="tab"], [role="menuitem"]') ? 'control' : 'page';
};
