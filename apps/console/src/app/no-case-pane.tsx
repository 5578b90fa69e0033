import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/parts/empty.js';
import { useSettings } from '../ui/settings/use-settings.js';

export const NoCasePane = () => {
  const { t } = useTranslation();
  const { keys } = useSettings();
  return (
    <div style={{ paddingTop: '16vh' }}>
      <Empty title={t('inbox.pick')} hint={t(keys ? 'inbox.pickHint' : 'inbox.pickHintPlain')} />
    </div>
  );
};
