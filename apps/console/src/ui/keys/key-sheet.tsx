import { Kbd, Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from './key-map.js';
import styles from './key-sheet.module.css';
import { useKeys } from './use-keys.js';

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

const KEYS: readonly (readonly [Action | 'send', readonly string[]])[] = [
  ['next', ['J']],
  ['previous', ['K']],
  ['open', ['Enter', 'O']],
  ['reply', ['R']],
  ['note', ['N']],
  ['send', ['Ctrl+Enter']],
  ['resolve', ['E']],
  ['assignToMe', ['I']],
  ['hold', ['H']],
  ['search', ['/', 'Ctrl+K']],
  ['earlier', ['[']],
  ['later', [']']],
  ['sheet', ['?']],
];

export const KeySheet = () => {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(subscribe, () => open);
  useKeys({ sheet: openKeySheet });
  return (
    <Modal opened={shown} onClose={() => put(false)} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <dl className={styles.sheet}>
        {KEYS.map(([action, keys]) => (
          <div key={action} className={styles.line}>
            <dt>{t(`keys.${action}`)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>{t('keys.off')}</p>
    </Modal>
  );
};
