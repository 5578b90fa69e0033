import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useProblemWords } from '../../ui/parts/use-problem-words.js';
import { useChangeRebuild } from './change-rebuilds.js';
import { rebuildsOptions } from './get-rebuilds.js';
import styles from './operations.module.css';
import { RebuildForm } from './rebuild-form.js';
import { RebuildRow } from './rebuild-row.js';

/** Views that are made anew from the log: begun, watched, held up, and what came of it. */
export const Rebuilds = ({ views }: { readonly views: readonly string[] }) => {
  const { t } = useTranslation();
  const words = useProblemWords();
  const rebuilds = useQuery(rebuildsOptions());
  const change = useChangeRebuild();
  const failed = (error: Error) => sayToast({ tone: 'danger', title: t('operations.rebuilds.failed'), text: words(error).title });
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>
        {t('operations.rebuilds.title')}
      </h2>
      <p className={styles.hint}>{t('operations.rebuilds.hint')}</p>
      <RebuildForm views={views} />
      {rebuilds.isError && rebuilds.data === undefined && <ProblemNotice error={rebuilds.error} title={t('operations.rebuilds.listFailed')} onRetry={() => void rebuilds.refetch()} />}
      {rebuilds.data?.length === 0 && <p className={styles.none}>{t('operations.rebuilds.none')}</p>}
      {rebuilds.data !== undefined && rebuilds.data.length > 0 && (
        <ul className={styles.list}>
          {rebuilds.data.map((rebuild) => (
            <RebuildRow key={rebuild.view} rebuild={rebuild} busy={change.isPending} onVerb={(verb) => change.mutate({ view: rebuild.view, verb }, { onError: failed })} />
          ))}
        </ul>
      )}
    </section>
  );
};
