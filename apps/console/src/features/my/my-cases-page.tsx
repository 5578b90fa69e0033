import { Button, Skeleton } from '@mantine/core';
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../ui/parts/badges.js';
import { useCaseTitle } from '../../ui/parts/use-case-title.js';
import { Empty } from '../../ui/parts/empty.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { usePageTitle } from '../../ui/parts/use-page-title.js';
import { useMe } from '../../ui/requests/use-me.js';
import { When } from '../../ui/time/when.js';
import { myCasesOptions } from './get-my-cases.js';
import { LostNotice } from './lost-notice.js';
import styles from './my.module.css';

export const MyCasesPage = () => {
  const { t } = useTranslation();
  const me = useMe();
  const caseTitle = useCaseTitle();
  const query = useInfiniteQuery(myCasesOptions());
  const cases = query.data?.pages.flatMap(({ items }) => items) ?? [];
  usePageTitle(t('my.title'));
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>{me.name === null ? t('my.title') : t('my.hello', { name: me.name })}</h1>
          <p className={styles.muted}>{t('my.lead')}</p>
        </div>
        <Button component={Link} to="/my/new" leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />}>
          {t('my.new')}
        </Button>
      </div>
      {query.isRefetchError && <LostNotice />}
      {query.isPending && [1, 2, 3].map((n) => <Skeleton key={n} height={84} radius={10} mb={10} />)}
      {query.isError && cases.length === 0 && <ProblemNotice error={query.error} title={t('my.listFailed')} onRetry={() => void query.refetch()} />}
      {query.isSuccess && cases.length === 0 && <Empty title={t('my.empty')} hint={t('my.emptyHint')} />}
      {cases.length > 0 && (
        <ul className={styles.list} aria-label={t('my.title')}>
          {cases.map((each) => (
            <li key={each.id}>
              <Link to="/my/$caseId" params={{ caseId: each.id }} className={styles.item}>
                <span className={styles.words}>
                  <span className={styles.subject}>{caseTitle(each)}</span>
                  <span className={styles.muted}>
                    {each.number} · <When at={each.openedAt} />
                  </span>
                </span>
                <StateBadge state={each.state} />
                <IconChevronRight size={18} stroke={1.6} aria-hidden="true" className={styles.muted} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button variant="default" fullWidth mt={12} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
};
