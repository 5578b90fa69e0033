import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../ui/parts/notice.js';
import styles from './why.module.css';

/** In the place of a decision: it is on its way, could not be fetched, or is not known. */
export const NotThere = ({ routing }: { readonly routing: UseQueryResult }) => {
  const { t } = useTranslation();
  if (routing.isPending) return <Skeleton height={12} width="80%" my={6} aria-label={t('loading')} />;
  if (routing.isError) return <ProblemNotice error={routing.error} title={t('case.why.failed')} onRetry={() => void routing.refetch()} />;
  return <p className={styles.muted}>{t('case.why.unknown')}</p>;
};
