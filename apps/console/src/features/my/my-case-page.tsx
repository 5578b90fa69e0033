import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCaseTitle } from '../../ui/parts/use-case-title.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { usePageTitle } from '../../ui/parts/use-page-title.js';
import { caseOptions } from '../../ui/requests/get-case.js';
import { timelineOptions } from '../../ui/requests/get-timeline.js';
import { BackLink } from './back-link.js';
import { LOOK_AGAIN } from './get-my-cases.js';
import { LostNotice } from './lost-notice.js';
import { MyAnswer } from './my-answer.js';
import { MyReopen } from './my-reopen.js';
import { MyTimeline } from './my-timeline.js';
import styles from './my.module.css';
import { nextStepOf } from './next-step.js';
import { Stages } from './stages.js';

export const MyCasePage = () => {
  const { t } = useTranslation();
  const caseTitle = useCaseTitle();
  const { caseId } = useParams({ from: '/portal/my/$caseId' });
  const mine = useQuery({ ...caseOptions(caseId), refetchInterval: LOOK_AGAIN });
  const timeline = useQuery({ ...timelineOptions(caseId), refetchInterval: LOOK_AGAIN });
  usePageTitle(mine.data === undefined ? t('my.title') : caseTitle(mine.data));
  if (mine.data === undefined || timeline.data === undefined) {
    const error = mine.error ?? timeline.error;
    return (
      <>
        <BackLink />
        <h1 className="visually-hidden">{t('my.title')}</h1>
        {error === null ? <Skeleton height={220} radius={10} /> : <ProblemNotice error={error} title={t('my.caseFailed')} onRetry={() => void Promise.all([mine.refetch(), timeline.refetch()])} />}
      </>
    );
  }
  const next = nextStepOf(mine.data);
  return (
    <>
      <BackLink />
      <h1 className={styles.title}>{caseTitle(mine.data)}</h1>
      <p className={styles.muted}>{mine.data.number}</p>
      {(mine.isRefetchError || timeline.isRefetchError) && <LostNotice />}
      <Stages shown={mine.data} />
      <MyTimeline items={timeline.data} />
      {next === 'reopen' && <MyReopen shown={mine.data} />}
      {next === 'answer' && <MyAnswer shown={mine.data} />}
      {next === null && <p className={styles.ended}>{mine.data.state === 'cancelled' ? t('my.closed') : t('my.notReopen')}</p>}
    </>
  );
};
