import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Listing } from '../../ui/parts/listing.js';
import page from '../../ui/parts/page.module.css';
import styles from './operations.module.css';
import { behind, reasonOf, stateOf, type Standing } from './standing.js';
import { useRates } from './use-rates.js';

/** How every view stands: where, how far behind, how fast, and why not. */
export const ViewsTable = ({ standings }: { readonly standings: UseQueryResult<readonly Standing[]> }) => {
  const { t } = useTranslation();
  const rates = useRates(standings.data, standings.dataUpdatedAt);
  const name = { view: t('operations.views.name'), position: t('operations.views.position'), behind: t('operations.views.behind'), rate: t('operations.views.rate'), state: t('operations.views.state') };
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>
        {t('operations.views.title')}
      </h2>
      <Listing
        query={standings}
        columns={Object.values(name)}
        caption={t('operations.views.title')}
        failed={t('admin.listFailed')}
        empty={{ title: t('operations.views.empty'), hint: t('operations.views.emptyHint') }}
        row={(standing) => (
          <tr key={standing.view} data-view={standing.view}>
            <td className={page.strong}>{standing.view}</td>
            <td data-name={name.position}>{standing.position.toLocaleString('en')}</td>
            <td data-name={name.behind} className={behind(standing) === 0 ? page.muted : undefined}>
              {behind(standing) === 0 ? t('operations.views.atHead') : t('operations.views.behindBy', { count: behind(standing) })}
            </td>
            <td data-name={name.rate}>{Math.round(rates.get(standing.view)?.perSecond ?? 0).toLocaleString('en')}</td>
            <td data-name={name.state}>
              <State standing={standing} />
            </td>
          </tr>
        )}
      />
    </section>
  );
};

const State = ({ standing }: { readonly standing: Standing }) => {
  const { t } = useTranslation();
  const state = stateOf(standing);
  return (
    <div>
      <span className={styles.state} data-state={state}>
        {t(`operations.views.${state}`)}
      </span>
      {state === 'fails' && <p className={styles.reason}>{reasonOf(standing) ?? t('operations.views.withheld')}</p>}
    </div>
  );
};
