import { useSyncExternalStore } from 'react';

type PageState<T> = { readonly now: () => T; readonly set: (next: T) => void; /** As a hook: whatever shows it is drawn again when it changes. */ readonly use: () => T };

/** Something of which a page has one. */
export const pageState = <T>(first: T): PageState<T> => {
  let value = first;
  const listeners = new Set<() => void>();
  const now = (): T => value;
  const onChange = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    now,
    set: (next) => {
      value = next;
      listeners.forEach((listener) => listener());
    },
    use: () => useSyncExternalStore(onChange, now),
  };
};
