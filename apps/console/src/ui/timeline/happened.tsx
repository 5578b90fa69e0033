import { useTranslation } from 'react-i18next';
import { When } from '../time/when.js';
import type { Block } from './blocks.js';
import styles from './happened.module.css';
import { OutsidePolicy } from './outside-policy.js';
import { useActorName } from './use-actor-name.js';
import { useItemWords } from './use-item-words.js';

type Props = { readonly block: Extract<Block, { kind: 'happened' }>; readonly absolute: boolean; readonly before: string | null };

/** What was done to the case, in one breath: what, when, by whom, and why. */
export const Happened = ({ block: { items, words }, absolute, before }: Props) => {
  const { t } = useTranslation();
  const { line } = useItemWords();
  const actorName = useActorName();
  const [first] = items;
  if (first === undefined) return null;
  const details = words.flatMap(({ detail }) => detail.map(line));
  const quotes = words.filter(({ quote }) => quote !== undefined);
  return (
    <div className={styles.happened}>
      <p>
        <strong className={styles.what}>{words.map((each) => line(each.line)).join(' · ')}</strong>
        <span className={styles.when}>
          {' '}
          · <When at={first.occurredAt} as={absolute ? 'turn' : 'lately'} before={before} />
        </span>
      </p>
      <p className={styles.detail}>{[actorName(first.actor), ...details].join(' · ')}</p>
      {quotes.map(({ quote }, n) => (
        <p key={n} className={quote === null ? styles.withheld : styles.quote}>
          {quote ?? t('events.withheld')}
        </p>
      ))}
      {items.map((item) => (
        <OutsidePolicy key={item.revision} item={item} />
      ))}
    </div>
  );
};
