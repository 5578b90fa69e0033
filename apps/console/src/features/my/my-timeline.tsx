import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../ui/api/types.js';
import { told } from '../../ui/timeline/event-words.js';
import { When } from '../../ui/time/when.js';
import styles from './my.module.css';
import { becameOf, talkOf } from './talk.js';

/** What was said between the customer and the team, and what became of it. Notes never reach this page. */
export const MyTimeline = ({ items }: { readonly items: readonly TimelineItem[] }) => (
  <ol className={styles.talk}>
    {talkOf(items).map((item) => (
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
  const became = becameOf(item);
  if (became === null) return null;
  return (
    <div className={styles.event}>
      <p>
        <strong>{t(`my.event.${became}`)}</strong>{' '}
        <span className={styles.muted}>
          · <When at={item.occurredAt} />
        </span>
      </p>
      {typeof words.quote === 'string' && <p className={styles.text}>{words.quote}</p>}
    </div>
  );
};
