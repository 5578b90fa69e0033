import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Case, TimelineItem } from '../../ui/api/types.js';
import { useChannelName } from '../../ui/parts/use-channel-name.js';
import { When } from '../../ui/time/when.js';
import { attributeName } from './attribute-name.js';
import { CustomerCard } from './customer-card.js';
import styles from './case-panel.module.css';
import { ReasonButton } from './reason-button.js';
import type { Field } from './reason.js';
import { WhyGiven } from './why/why-given.js';

type Props = { readonly shown: Case; readonly items: readonly TimelineItem[]; readonly past: boolean; readonly onGo: (revision: number) => void };

/** Everything the case says of itself, each with the event that made it so. */
export const CasePanel = ({ shown, items, past, onGo }: Props) => {
  const { t } = useTranslation();
  const channel = useChannelName();
  const line = (name: string, value: ReactNode, field?: Field) => (
    <div className={styles.line} key={name}>
      <dt>{name}</dt>
      <dd>{field === undefined ? value : <ReasonButton field={field} name={name} value={value} items={items} shown={shown} onGo={onGo} />}</dd>
    </div>
  );
  const attributes = Object.entries(shown.attributes);
  const category = [shown.category, shown.subcategory].filter((part) => part !== null).join(' › ');
  const priority = shown.priority === null ? t('none') : t('case.panel.priorityWhy', { priority: `P${shown.priority}`, impact: shown.impact, urgency: shown.urgency });
  return (
    <div className={styles.panel}>
      <section className={styles.section}>
        <h2 className={styles.title}>{shown.number}</h2>
        <dl>
          {line(t('case.panel.state'), shown.holdReason === null ? t(`state.${shown.state}`) : `${t(`state.${shown.state}`)} · ${t(`hold.${shown.holdReason}`)}`, 'state')}
          {line(t('case.panel.queue'), shown.queue ?? t('case.panel.noQueue'), 'queue')}
          {line(t('case.panel.assignee'), shown.assignee === null ? t('case.panel.nobody') : (shown.assignee.name ?? t('unknownName')), 'assignee')}
          {line(t('case.panel.priority'), priority, 'priority')}
          {line(t('case.panel.category'), category === '' ? t('none') : category, 'category')}
          {line(t('case.panel.channel'), channel(shown.channel))}
          {line(t('case.panel.opened'), <When at={shown.openedAt} as="full" />)}
          {shown.resolvedAt !== null && line(t('case.panel.resolved'), <When at={shown.resolvedAt} as="full" />)}
          {shown.closedAt !== null && line(t('case.panel.closed'), <When at={shown.closedAt} as="full" />)}
          {shown.reopenCount > 0 && line(t('case.panel.reopenCount'), t('case.panel.times', { count: shown.reopenCount }))}
          {shown.transferCount > 0 && line(t('case.panel.transferCount'), t('case.panel.times', { count: shown.transferCount }))}
          {shown.externalId !== null && line(t('case.panel.externalId'), shown.externalId)}
        </dl>
      </section>
      <WhyGiven shown={shown} items={items} past={past} />
      <CustomerCard shown={shown} past={past} />
      {attributes.length > 0 && (
        <section className={`${styles.section} ${styles.wide}`}>
          <h2 className={styles.title}>{t('case.panel.attributes')}</h2>
          <dl>{attributes.map(([name, value]) => line(attributeName(name), String(value ?? t('none'))))}</dl>
        </section>
      )}
    </div>
  );
};
