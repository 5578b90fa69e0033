import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sayToast } from '../../ui/parts/toasts.js';
import { useProblemWords } from '../../ui/parts/use-problem-words.js';
import { useMay } from '../../ui/requests/use-me.js';
import styles from './operations.module.css';
import { ParkedTable } from './parked-table.js';
import { useRedrive, type ParkedBy } from './redrive.js';
import type { Standing } from './standing.js';

/** What views could not fold on, by view, and a way to let them try again. */
export const ParkedStreams = ({ standings }: { readonly standings: readonly Standing[] }) => {
  const { t } = useTranslation();
  const words = useProblemWords();
  const may = useMay()('operations:redrive');
  const redrive = useRedrive();
  const parking = standings.filter(({ parked }) => parked.length > 0);
  const again = (streams: readonly ParkedBy[]) =>
    redrive.mutate(streams, {
      onSuccess: ({ goOn, still }) => {
        if (goOn > 0) sayToast({ tone: 'good', title: t('operations.parked.goOn', { count: goOn }) });
        if (still.length > 0) sayToast({ tone: 'danger', title: t('operations.parked.still', { count: still.length }), text: [...new Set(still.map(({ reason }) => reason))].join('\n') });
      },
      onError: (error) => sayToast({ tone: 'danger', title: t('operations.parked.failed'), text: words(error).title }),
    });
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>
        {t('operations.parked.title')}
      </h2>
      {parking.length === 0 ? <p className={styles.none}>{t('operations.parked.none')}</p> : <p className={styles.hint}>{t('operations.parked.hint')}</p>}
      {parking.map(({ view, parked }) => (
        <div key={view} className={styles.group} data-parked-by={view}>
          <div className={styles.bar}>
            <h3 className={styles.name}>{t('operations.parked.of', { view })}</h3>
            <span className={styles.count}>{t('operations.parked.count', { count: parked.length })}</span>
            {may && parked.length > 1 && (
              <Button size="compact-sm" variant="default" disabled={redrive.isPending} onClick={() => again(parked.map((one) => ({ view, ...one })))}>
                {t('operations.parked.all')}
              </Button>
            )}
          </div>
          <ParkedTable parked={parked} caption={t('operations.parked.of', { view })} again={may ? (one) => again([{ view, ...one }]) : null} busy={redrive.isPending} />
        </div>
      ))}
    </section>
  );
};
