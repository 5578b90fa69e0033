import { IconArrowBackUp, IconLock, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { When } from '../time/when.js';
import { OutsidePolicy } from './outside-policy.js';
import styles from './message-card.module.css';
import type { Block } from './blocks.js';

type Props = { readonly block: Extract<Block, { kind: 'message' }>; readonly customerName: string | null; readonly absolute: boolean; readonly before: string | null };

const ICON = { customer: IconUser, staff: IconArrowBackUp, note: IconLock };

/** What somebody wrote: the customer, an agent to the customer, or an agent to colleagues. */
export const MessageCard = ({ block: { item, words }, customerName, absolute, before }: Props) => {
  const { t } = useTranslation();
  const { actor } = item;
  const opened = words.subject !== undefined;
  const bySomebodyElse = words.voice === 'customer' && actor.kind !== 'customer';
  const name = words.voice === 'customer' ? (bySomebodyElse ? customerName : (actor.name ?? customerName)) : actor.name;
  const role = { customer: t('actor.customer'), staff: t(`actor.${actor.kind}`), note: t('events.note') }[words.voice];
  const Icon = ICON[words.voice];
  return (
    <article className={styles.card} data-voice={words.voice} aria-label={`${role}: ${name ?? t('unknownName')}`}>
      <p className={styles.who}>
        <Icon size={14} stroke={1.8} aria-hidden="true" className={styles.icon} />
        <strong className={styles.name}>{name ?? t('unknownName')}</strong>
        <span>
          {role} · <When at={item.occurredAt} as={absolute ? 'turn' : 'lately'} before={before} />
          {bySomebodyElse && actor.name !== null && actor.name !== undefined && <> · {t('events.openedBy', { name: actor.name })}</>}
        </span>
      </p>
      {words.text === null && <p className={styles.withheld}>{t('events.withheld')}</p>}
      {words.text === undefined && opened && <p className={styles.withheld}>{t('events.noText')}</p>}
      {typeof words.text === 'string' && <p className={styles.text}>{words.text}</p>}
      <OutsidePolicy item={item} />
    </article>
  );
};
