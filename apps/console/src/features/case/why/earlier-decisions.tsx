import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fold } from '../../../ui/parts/fold.js';
import type { Decision } from './decision.js';
import { DecisionTold } from './decision-told.js';
import { NotThere } from './not-there.js';
import { useWhyWords } from './use-why-words.js';
import styles from './why.module.css';

type Props = { readonly routing: UseQueryResult; readonly decisions: readonly Decision[]; readonly nameOf: (id: string) => string | null; readonly heading: 'h2' | 'h3' };

/** To whom routing gave the case before, folded away. */
export const EarlierDecisions = ({ routing, decisions, nameOf, heading }: Props) => {
  const { t } = useTranslation();
  const { when } = useWhyWords();
  return (
    <Fold name={t('case.why.earlier')} heading={heading}>
      {decisions.length === 0 && <NotThere routing={routing} />}
      <ol className={styles.earlier}>
        {decisions.map((decision) => (
          <li key={decision.position}>
            <p className={styles.label}>
              {nameOf(decision.agentId) ?? t('unknownName')} · {when(decision.decidedAt)}
            </p>
            <DecisionTold decision={decision} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    </Fold>
  );
};
