import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Since } from '../../ui/api/problem.js';
import type { TimelineItem } from '../../ui/api/types.js';
import { Notice } from '../../ui/parts/notice.js';
import { timelineOptions } from '../../ui/requests/get-timeline.js';
import { told } from '../../ui/timeline/event-words.js';
import { useItemWords } from '../../ui/timeline/use-item-words.js';
import styles from './stale-notice.module.css';

/** What happened since somebody last looked: shown before their act is sent again, with their text kept. */
export const StaleNotice = ({ caseId, since }: { readonly caseId: string; readonly since: readonly Since[] }) => {
  const { t } = useTranslation();
  const { words, when } = useItemWords();
  const known = useQuery(timelineOptions(caseId)).data ?? [];
  const itemOf = (event: Since): TimelineItem =>
    known.find(({ revision }) => revision === event.revision) ?? { ...event, recordedAt: event.occurredAt, actor: { kind: 'system', id: '' }, data: {} };
  return (
    <Notice tone="warning" title={t('case.stale.title')}>
      <p>{t('case.stale.hint')}</p>
      <ul className={styles.list}>
        {since.map(itemOf).map((item) => (
          <li key={item.revision}>
            <strong>{words(item)}</strong> · {when(item.occurredAt)} {item.actor.name ?? ''}
            <Quote item={item} />
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Quote = ({ item }: { readonly item: TimelineItem }) => {
  const said = told(item);
  return said.kind === 'message' && typeof said.text === 'string' ? <p className={styles.quote}>{said.text}</p> : null;
};
