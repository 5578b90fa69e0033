import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../ui/requests/use-me.js';
import type { Decision } from './decision.js';
import { useWhyWords } from './use-why-words.js';
import styles from './why.module.css';

type Props = { readonly decision: Decision; readonly nameOf: (id: string) => string | null };

const AT_FIRST = 6;

/** Why a case came to somebody then, and who did not get it, each with the reason. */
export const DecisionTold = ({ decision, nameOf }: Props) => {
  const { t } = useTranslation();
  const me = useMe();
  const [all, showAll] = useState(false);
  const { sentence, because, freed } = useWhyWords();
  const nameIn = (id: string) => nameOf(id) ?? t('unknownName');
  const { passedOver } = decision;
  const shown = all ? passedOver : passedOver.slice(0, AT_FIRST);
  const freeAgain = freed(decision);
  return (
    <>
      <p>{sentence(decision, decision.agentId === me.id ? null : nameIn(decision.agentId))}</p>
      {freeAgain !== null && <p className={styles.muted}>{freeAgain}</p>}
      {passedOver.length > 0 && (
        <>
          <p className={styles.label}>{t('case.why.passedOver')}</p>
          <ul className={styles.others}>
            {shown.map((each) => (
              <li key={each.agentId}>
                {nameIn(each.agentId)} <span className={styles.muted}>· {because(each)}</span>
              </li>
            ))}
          </ul>
          {shown.length < passedOver.length && (
            <button type="button" className={styles.more} onClick={() => showAll(true)}>
              {t('more')}
            </button>
          )}
        </>
      )}
    </>
  );
};
