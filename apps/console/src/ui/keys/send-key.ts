import type { KeyboardEvent } from 'react';
import { isSend } from './key-map.js';

/** Sends with Ctrl or ⌘ and Enter, never in the middle of a letter. */
export const onSendKey =
  (send: () => void) =>
  (event: KeyboardEvent): void => {
    if (!isSend(event.nativeEvent)) return;
    event.preventDefault();
    send();
  };
