import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconBell, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './toast-shelf.module.css';
import { dropToast, useToasts } from './toasts.js';

const ICON = { good: IconCheck, news: IconBell, danger: IconAlertTriangle };

/** Where toasts stand; screen readers hear them as they come. */
export const ToastShelf = () => {
  const { t } = useTranslation();
  const toasts = useToasts();
  return (
    <div className={styles.shelf} role="status" aria-live="polite">
      {toasts.map(({ id, tone, title, text, action }) => {
        const Icon = ICON[tone];
        return (
          <div key={id} className={styles.toast} data-tone={tone} data-testid="toast">
            <Icon size={18} stroke={1.6} aria-hidden="true" className={styles.icon} />
            <div className={styles.words}>
              <p className={styles.title}>{title}</p>
              {text !== undefined && <p className={styles.text}>{text}</p>}
            </div>
            {action !== undefined && (
              <button type="button" className={styles.action} onClick={() => (dropToast(id), action.run())}>
                {action.label}
              </button>
            )}
            <CloseButton size="sm" aria-label={t('close')} onClick={() => dropToast(id)} />
          </div>
        );
      })}
    </div>
  );
};
