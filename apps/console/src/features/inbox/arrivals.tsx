import { IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './arrivals.module.css';

type Props = { readonly count: number; readonly onShow: () => void };

/** What has come in waits here until somebody asks for it: no row moves by itself. */
export const Arrivals = ({ count, onShow }: Props) => {
  const { t } = useTranslation();
  return (
    <div role="status" aria-live="polite">
      {count > 0 && (
        <button type="button" className={styles.arrivals} onClick={onShow} data-testid="arrivals">
          <IconArrowUp size={16} stroke={1.8} aria-hidden="true" />
          {t('inbox.arrived', { count })}
        </button>
      )}
    </div>
  );
};
