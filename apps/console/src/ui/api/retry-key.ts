import { useRef } from 'react';

/** Keys of acts: one body has one key until it has been carried out, so that a retry is not a second act. */
type RetryKeys = { readonly keyOf: (body: unknown) => string; readonly done: () => void };

export const retryKeys = (newKey: () => string): RetryKeys => {
  let last: { readonly text: string; readonly key: string } | null = null;
  return {
    keyOf: (body) => {
      const text = JSON.stringify(body);
      last = last?.text === text ? last : { text, key: newKey() };
      return last.key;
    },
    done: () => {
      last = null;
    },
  };
};

export const useRetryKeys = (): RetryKeys => {
  const keys = useRef<RetryKeys | null>(null);
  keys.current ??= retryKeys(() => crypto.randomUUID());
  return keys.current;
};
