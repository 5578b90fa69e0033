import { ActionIcon, Button } from '@mantine/core';
import { IconLayoutSidebar, IconPlus, IconSortDescending } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { useMay } from '../../ui/requests/use-me.js';
import { Arrivals } from './arrivals.js';
import { CaseList } from './case-list.js';
import { FilterChips } from './filter-chips.js';
import { FilterMenu } from './filter-menu.js';
import { viewOf, type Filters } from './filters.js';
import { InboxEmpty } from './inbox-empty.js';
import { InboxSkeleton } from './inbox-skeleton.js';
import styles from './list-column.module.css';
import { SearchBox } from './search-box.js';
import { useInbox } from './use-inbox.js';
import { usePointer } from './use-pointer.js';

type Props = {
  readonly filters: Filters;
  readonly openId: string | undefined;
  readonly onChange: (filters: Filters) => void;
  readonly onShowViews: () => void;
  readonly onNewCase: () => void;
};

export const ListColumn = ({ filters, openId, onChange, onShowViews, onNewCase }: Props) => {
  const { t } = useTranslation();
  const may = useMay();
  const { query, rows, waiting, showWaiting } = useInbox(filters);
  const pointed = usePointer(rows, filters, openId);
  const { fetchNextPage, isFetchingNextPage } = query;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const view = viewOf(filters);
  // The case, when there is one, is what the page is about.
  const Title = openId === undefined ? 'h1' : 'h2';
  const name = view === null ? t('inbox.custom') : 'view' in view ? t(`inbox.${view.view}`) : view.queue;

  return (
    <section className={styles.column} aria-labelledby="list-title">
      <div className={styles.tools}>
        <ActionIcon className={styles.views} variant="default" size={36} aria-label={t('inbox.showViews')} onClick={onShowViews}>
          <IconLayoutSidebar size={18} stroke={1.6} />
        </ActionIcon>
        <SearchBox q={filters.q} onSearch={(q) => onChange({ ...filters, q })} />
        {may('case:open') && (
          <ActionIcon variant="default" size={36} aria-label={t('inbox.newCase')} title={t('inbox.newCase')} onClick={onNewCase}>
            <IconPlus size={18} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      <FilterChips filters={filters} onChange={onChange} />
      <div className={styles.head}>
        <Title id="list-title" className={styles.name}>
          {name}
        </Title>
        <span className={styles.order}>
          <IconSortDescending size={14} stroke={1.6} aria-hidden="true" />
          {t('inbox.order')}
          <span className="visually-hidden">{t('inbox.orderHint')}</span>
        </span>
        <FilterMenu filters={filters} onChange={onChange} />
        <Arrivals count={waiting.length} onShow={() => void showWaiting()} />
      </div>
      {query.isPending && <InboxSkeleton />}
      {query.isError && rows.length === 0 && (
        <div className={styles.wrong}>
          <ProblemNotice error={query.error} title={t('inbox.failed')} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isSuccess && rows.length === 0 && <InboxEmpty filters={filters} />}
      {rows.length > 0 && <CaseList rows={rows} filters={filters} openId={openId} pointedId={pointed} hasMore={query.hasNextPage} onNearEnd={more} />}
      {query.isFetchNextPageError && (
        <Button variant="default" m={12} onClick={more}>
          {t('retry')}
        </Button>
      )}
    </section>
  );
};
