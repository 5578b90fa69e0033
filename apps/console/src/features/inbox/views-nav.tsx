import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countsOptions } from '../../ui/requests/get-counts.js';
import { filtersOfQueue, filtersOfView, searchOf, viewOf, VIEWS, type Filters } from './filters.js';
import { shownQueues } from './shown-queues.js';
import styles from './views-nav.module.css';

type Props = { readonly filters: Filters; readonly onPick?: () => void };

/** How many queues stand in view before somebody asks for the rest. */
const FEW = 12;

/** The views and the queues, with how many open cases stand in each. */
export const ViewsNav = ({ filters, onPick }: Props) => {
  const { t } = useTranslation();
  const counts = useQuery(countsOptions()).data;
  const current = viewOf(filters);
  const numbers: Partial<Record<(typeof VIEWS)[number], number | undefined>> = { mine: counts?.mine, unassigned: counts?.unassigned, onHold: counts?.onHold, reopened: counts?.reopened };
  const [all, showAll] = useState(false);
  const queues = shownQueues(counts?.byQueue ?? [], all ? Infinity : FEW, filters.queue);
  const hidden = (counts?.byQueue.length ?? 0) - queues.length;
  const entry = (key: string, name: string, to: Filters, count: number | undefined, isCurrent: boolean) => (
    <li key={key}>
      <Link to="/inbox" search={searchOf(to)} className={styles.entry} data-current={isCurrent || undefined} aria-current={isCurrent ? 'true' : undefined} onClick={onPick}>
        <span className={styles.name}>{name}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </Link>
    </li>
  );
  return (
    <nav className={styles.views} aria-label={t('inbox.views')}>
      <h2 className={styles.title}>{t('inbox.views')}</h2>
      <ul>{VIEWS.map((view) => entry(view, t(`inbox.${view}`), filtersOfView(view), numbers[view], current !== null && 'view' in current && current.view === view))}</ul>
      {counts !== undefined && counts.byQueue.length > 0 && (
        <>
          <h2 className={styles.title}>{t('inbox.queues')}</h2>
          <ul>{queues.map(({ queue, count }) => entry(queue, queue, filtersOfQueue(queue), count, current !== null && 'queue' in current && current.queue === queue))}</ul>
          {hidden > 0 && (
            <button type="button" className={styles.more} onClick={() => showAll(true)}>
              {t('inbox.moreQueues', { count: hidden })}
            </button>
          )}
        </>
      )}
    </nav>
  );
};
