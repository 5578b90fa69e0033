import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useKeys } from './use-keys.js';

// Fetched when somebody asks for it.
const KeyTable = lazy(async () => ({ default: (await import('./key-table.js')).KeyTable }));

let open = false;
const listeners = new Set<() => void>();
const put = (next: boolean): void => {
  open = next;
  listeners.forEach((listener) => listener());
};

export const openKeySheet = (): void => put(true);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const KeySheet = () => {
  const shown = useSyncExternalStore(subscribe, () => open);
  useKeys({ sheet: openKeySheet });
  return <Suspense>{shown && <KeyTable onClose={() => put(false)} />}</Suspense>;
};
