import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Action } from './key-map.js';
import styles from './key-sheet.module.css';

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

/** Every shortcut there is. */
export const KeyTable = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
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
