import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../ui/api/types.js';
import { eventName, told } from '../../ui/timeline/event-words.js';
import { When } from '../../ui/time/when.js';
import styles from './my.module.css';

const SAID = { CaseResolved: 'resolved', CaseClosed: 'closed', CaseReopened: 'reopened', CaseCancelled: 'cancelled' } as const;

/** What was said between the customer and the team, and what became of it. Notes never reach this page. */
export const MyTimeline = ({ items }: { readonly items: readonly TimelineItem[] }) => (
  <ol className={styles.talk}>
    {items.map((item) => (
      <li key={item.revision}>
        <MyItem item={item} />
      </li>
    ))}
  </ol>
);

const MyItem = ({ item }: { readonly item: TimelineItem }) => {
  const { t } = useTranslation();
  const words = told(item);
  if (words.kind === 'message') {
    const mine = words.voice === 'customer';
    return (
      <article className={styles.message} data-mine={mine || undefined}>
        <p className={styles.who}>
          <strong>{mine ? t('my.you') : (item.actor.name ?? t('my.team'))}</strong> · <When at={item.occurredAt} />
        </p>
        {words.text === undefined && <p className={styles.muted}>{t('my.noText')}</p>}
        {words.text === null && <p className={styles.muted}>{t('my.withheld')}</p>}
        {typeof words.text === 'string' && <p className={styles.text}>{words.text}</p>}
      </article>
    );
  }
  const name = eventName(item.type);
  if (!(name in SAID)) return null;
  return (
    <div className={styles.event}>
      <p>
        <strong>{t(`my.event.${SAID[name as keyof typeof SAID]}`)}</strong>{' '}
        <span className={styles.muted}>
          · <When at={item.occurredAt} />
        </span>
      </p>
      {typeof words.quote === 'string' && <p className={styles.text}>{words.quote}</p>}
    </div>
  );
};
