import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './notice.module.css';
import { useProblemWords } from './use-problem-words.js';

type NoticeProps = { readonly tone: 'danger' | 'warning' | 'note'; readonly title: string; readonly children?: ReactNode };

/** Something that has to be said where it happened. */
export const Notice = ({ tone, title, children }: NoticeProps) => {
  const Icon = tone === 'note' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={18} stroke={1.6} aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  );
};

type ProblemProps = { readonly error: unknown; readonly title?: string; readonly onRetry?: () => void };

/** What went wrong, what it means, and a way on. */
export const ProblemNotice = ({ error, title, onRetry }: ProblemProps) => {
  const { t } = useTranslation();
  const words = useProblemWords()(error);
  return (
    <Notice tone="danger" title={title ?? words.title}>
      {title !== undefined && <p>{words.title}</p>}
      {words.detail !== null && <p className={styles.detail}>{words.detail}</p>}
      {words.trace !== null && <p className={styles.detail}>{words.trace}</p>}
      {onRetry !== undefined && (
        <Button size="compact-sm" variant="default" mt={8} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Notice>
  );
};
