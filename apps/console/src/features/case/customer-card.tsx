import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../ui/api/types.js';
import { useCaseTitle } from '../../ui/parts/use-case-title.js';
import { customerOptions } from '../../ui/requests/get-customer.js';
import { useMay } from '../../ui/requests/use-me.js';
import { When } from '../../ui/time/when.js';
import styles from './case-panel.module.css';
import { openCasesOfOptions } from './get-open-cases-of.js';

/** Who the case is for, and what else they are waiting for. */
export const CustomerCard = ({ shown, past }: { readonly shown: Case; readonly past: boolean }) => {
  const { t } = useTranslation();
  const may = useMay();
  const caseTitle = useCaseTitle();
  const id = shown.customerId;
  const known = useQuery({ ...customerOptions(id ?? ''), enabled: id !== null && may('customer:read') }).data;
  const others = useQuery({
    ...openCasesOfOptions(id ?? ''),
    enabled: id !== null && !past,
    select: ({ items }) => items.filter((other) => other.id !== shown.id),
  }).data;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('case.panel.customer')}</h2>
      {id === null && <p className={styles.muted}>{t('case.panel.noCustomer')}</p>}
      {known?.erasedAt && <p className={styles.muted}>{t('case.panel.erased')}</p>}
      <dl>
        {id !== null && <Line name={t('case.panel.name')} value={known?.name ?? shown.customer?.name} />}
        <Line name={t('case.panel.email')} value={known?.email} />
        <Line name={t('case.panel.phone')} value={known?.phone} />
        <Line name={t('case.panel.externalId')} value={known?.externalId} />
      </dl>
      {others !== undefined && others.length > 0 && (
        <>
          <h3 className={styles.title} style={{ marginTop: 10 }}>
            {t('case.panel.otherCases')}
          </h3>
          {others.map((other) => (
            <Link key={other.id} to="/inbox/$caseId" params={{ caseId: other.id }} search={{ customerId: id ?? undefined, state: 'open' }} className={styles.link}>
              <span>{caseTitle(other)}</span>
              <span className={styles.muted}>
                {' '}
                · {t(`state.${other.state}`)} · <When at={other.openedAt} />
              </span>
            </Link>
          ))}
        </>
      )}
    </section>
  );
};

const Line = ({ name, value }: { readonly name: string; readonly value: string | null | undefined }) =>
  value ? (
    <div className={styles.line}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;
