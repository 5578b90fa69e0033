import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/parts/notice.js';

/** The page shows what it last knew, and says so. */
export const LostNotice = () => {
  const { t } = useTranslation();
  return (
    <div style={{ margin: '12px 0' }}>
      <Notice tone="warning" title={t('connection.lost')}>
        <p>{t('my.lostHint')}</p>
      </Notice>
    </div>
  );
};
