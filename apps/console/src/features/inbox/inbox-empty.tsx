import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/parts/empty.js';
import { filtersOfView, searchOf, viewOf, type Filters } from './filters.js';

/** Why there is nothing, and what to do next. */
export const InboxEmpty = ({ filters }: { readonly filters: Filters }) => {
  const { t } = useTranslation();
  const current = viewOf(filters);
  const view = current !== null && 'view' in current ? current.view : null;
  const step = (to: Filters, words: string) => (
    <Button component={Link} to="/inbox" search={searchOf(to) as never} variant="default" size="compact-md">
      {words}
    </Button>
  );
  if (filters.q !== undefined)
    return (
      <Empty title={t('inbox.emptySearch', { q: filters.q })} hint={t('inbox.emptySearchHint')}>
        {view !== 'all' && step({ q: filters.q }, `${t('inbox.all')}: “${filters.q}”`)}
      </Empty>
    );
  if (view === 'mine')
    return (
      <Empty title={t('inbox.emptyMine')} hint={t('inbox.emptyMineHint')}>
        {step(filtersOfView('unassigned'), t('inbox.emptyMineStep'))}
      </Empty>
    );
  if (view === 'unassigned') return <Empty title={t('inbox.emptyUnassigned')} hint={t('inbox.emptyUnassignedHint')} />;
  return (
    <Empty title={t('inbox.emptyView')} hint={t('inbox.emptyViewHint')}>
      {current === null && step({}, t('inbox.emptyFilterStep'))}
    </Empty>
  );
};
