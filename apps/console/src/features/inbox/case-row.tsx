import { IconCircleCheck, IconPlayerPause, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CSSProperties, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../ui/api/types.js';
import { PriorityBadge } from '../../ui/parts/badges.js';
import { useCaseTitle } from '../../ui/parts/use-case-title.js';
import { When } from '../../ui/time/when.js';
import styles from './case-row.module.css';
import { searchOf, type Filters } from './filters.js';

type Props = {
  readonly row: Case;
  readonly left: boolean;
  readonly filters: Filters;
  readonly current: boolean;
  readonly pointed: boolean;
  readonly place: number;
  readonly style: CSSProperties;
  readonly link: Ref<HTMLAnchorElement>;
};

export const CaseRow = ({ row, left, filters, current, pointed, place, style, link }: Props) => {
  const { t } = useTranslation();
  const caseTitle = useCaseTitle();
  const facts = [row.number, row.customer?.name, row.queue].filter(Boolean).join(' · ');
  return (
    <li className={styles.item} style={style} data-case={row.id} aria-posinset={place} aria-setsize={-1}>
      <Link
        ref={link}
        to="/inbox/$caseId"
        params={{ caseId: row.id }}
        search={searchOf(filters)}
        className={styles.row}
        data-current={current || undefined}
        data-pointed={pointed || undefined}
        data-left={left || undefined}
        data-state={row.state}
        aria-current={current ? 'true' : undefined}
      >
        <PriorityBadge priority={row.priority} />
        <span className={styles.words}>
          <span className={styles.title}>{caseTitle(row)}</span>
          <span className={styles.facts}>{left ? t('inbox.left') : facts}</span>
        </span>
        <Situation row={row} />
      </Link>
    </li>
  );
};

/** What matters of a case's state at a glance: a shape with a word, or how long it has been there. */
const Situation = ({ row }: { readonly row: Case }) => {
  const { t } = useTranslation();
  if (row.state === 'on-hold')
    return (
      <span className={styles.situation}>
        <IconPlayerPause size={14} stroke={1.8} aria-hidden="true" />
        {t('state.on-hold')}
      </span>
    );
  if (row.state === 'resolved' || row.state === 'closed' || row.state === 'cancelled')
    return (
      <span className={styles.situation}>
        {row.state === 'resolved' && <IconCircleCheck size={14} stroke={1.8} aria-hidden="true" />}
        {t(`state.${row.state}`)}
      </span>
    );
  return (
    <span className={styles.situation}>
      <span className="visually-hidden">{t(`state.${row.state}`)}</span>
      {row.reopenCount > 0 && <IconRefresh size={14} stroke={1.8} role="img" aria-label={t('inbox.reopenedTimes', { count: row.reopenCount })} />}
      <When at={row.openedAt} />
    </span>
  );
};
