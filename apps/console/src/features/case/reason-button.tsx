import { Button, Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case, TimelineItem } from '../../ui/api/types.js';
import { told } from '../../ui/timeline/event-words.js';
import { useActorName } from '../../ui/timeline/use-actor-name.js';
import { useItemWords } from '../../ui/timeline/use-item-words.js';
import { PolicyReason } from './policy-reason.js';
import styles from './reason-button.module.css';
import { reasonOf, type Field } from './reason.js';

type Props = {
  readonly field: Field;
  readonly name: string;
  readonly value: ReactNode;
  readonly items: readonly TimelineItem[];
  readonly shown: Case;
  readonly onGo: (revision: number) => void;
};

/** A value that can be asked for its reason: the event, who did it, and the version of the policy that decided. */
export const ReasonButton = ({ field, name, value, items, shown, onGo }: Props) => {
  const { t } = useTranslation();
  const [opened, open] = useState(false);
  const { words, when, line } = useItemWords();
  const actorName = useActorName();
  const reason = opened ? reasonOf(items, field) : null;
  const said = reason === null ? null : told(reason);
  return (
    <Popover opened={opened} onChange={open} position="left-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.value} onClick={() => open(!opened)}>
          {value}
          <span className="visually-hidden"> {t('case.panel.why', { field: name })}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('case.panel.whyTitle')}>
        <p className={styles.question}>{t('case.panel.whyTitle')}</p>
        {reason === null ? (
          <p>{t('case.panel.whyUnknown')}</p>
        ) : (
          <>
            <p className={styles.what}>{words(reason)}</p>
            <p className={styles.by}>{t('case.panel.whyBy', { name: actorName(reason.actor), when: when(reason.occurredAt) })}</p>
            {said?.kind === 'happened' && said.detail.map((each, n) => <p key={n}>{line(each)}</p>)}
            {field === 'priority' && shown.impact !== null && shown.urgency !== null && <PolicyReason version={shown.policyVersion ?? null} impact={shown.impact} urgency={shown.urgency} />}
            <Button size="compact-sm" variant="default" mt={10} onClick={() => (open(false), onGo(reason.revision))}>
              {t('case.panel.whyGo')}
            </Button>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
};
