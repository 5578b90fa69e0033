import { Kbd } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../ui/keys/key-map.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import styles from './search-box.module.css';

type Props = { readonly q: string | undefined; readonly onSearch: (q: string | undefined) => void };

/** Searches while somebody types, and never in the middle of a letter. */
export const SearchBox = ({ q, onSearch }: Props) => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q ?? '');
  const search = useDebouncedCallback((next: string) => onSearch(next.trim() === '' ? undefined : next), 200);
  useKeys({ search: () => input.current?.focus() });

  // The address may change by itself: a view is picked, somebody goes back.
  const sent = useRef(q ?? '');
  useEffect(() => {
    if ((q ?? '') === sent.current) return;
    sent.current = q ?? '';
    setText(q ?? '');
  }, [q]);

  const change = (next: string) => {
    setText(next);
    sent.current = next.trim() === '' ? '' : next;
    search(next);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.code !== 'Escape' || isComposing(event.nativeEvent)) return;
    if (text === '') input.current?.blur();
    else change('');
  };

  return (
    <div className={styles.box} role="search">
      <IconSearch size={16} stroke={1.6} aria-hidden="true" className={styles.icon} />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={t('inbox.searchLabel')}
        placeholder={t('inbox.searchHint')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={press}
      />
      {text === '' ? (
        <Kbd className={styles.key} aria-hidden="true">
          Ctrl K
        </Kbd>
      ) : (
        <button type="button" className={styles.clear} aria-label={t('inbox.searchClear')} onClick={() => (change(''), input.current?.focus())}>
          <IconX size={16} stroke={1.6} aria-hidden="true" />
        </button>
      )}
    </div>
  );
};
