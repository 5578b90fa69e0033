import { useState } from 'react';
import { useMe } from '../requests/use-me.js';
import { keepDraft, readDraft } from './drafts.js';

/** A text that is still there after a reload, a lost session and another case in between. */
export const useDraft = (about: string, kind: string): readonly [string, (text: string) => void] => {
  const { id: user } = useMe();
  const name = `${user}/${about}/${kind}`;
  const [held, hold] = useState({ name, text: readDraft(sessionStorage, { user, about, kind }) });
  const text = held.name === name ? held.text : readDraft(sessionStorage, { user, about, kind });
  if (held.name !== name) hold({ name, text });
  const change = (next: string) => {
    keepDraft(sessionStorage, { user, about, kind }, next);
    hold({ name, text: next });
  };
  return [text, change];
};
