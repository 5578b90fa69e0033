import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Filters } from './filters.js';
import { ViewsNav } from './views-nav.js';

type Props = { readonly filters: Filters; readonly onClose: () => void };

/** The views where there is no room beside the list. */
export const ViewsDrawer = ({ filters, onClose }: Props) => {
  const { t } = useTranslation();
  return (
    <Drawer opened onClose={onClose} size={260} title={t('inbox.views')} closeButtonProps={{ 'aria-label': t('close') }} padding="md">
      <ViewsNav filters={filters} onPick={onClose} />
    </Drawer>
  );
};
