import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Named } from '../../../ui/api/types.js';
import { Fold } from '../../../ui/parts/fold.js';
import { useMe } from '../../../ui/requests/use-me.js';
import type { Decision } from './decision.js';
import { DecisionTold } from './decision-told.js';
import { EarlierDecisions } from './earlier-decisions.js';
import { NotThere } from './not-there.js';
import styles from './why.module.css';

type Props = { readonly assignee: Named; readonly routing: UseQueryResult; readonly decisions: readonly Decision[]; readonly nameOf: (id: string) => string | null };

/** "Why me?": what routing looked at when it gave the case to whoever has it. */
export const WhyRouted = ({ assignee, routing, decisions, nameOf }: Props) => {
  const { t } = useTranslation();
  const me = useMe();
  const name = assignee.name ?? nameOf(assignee.id);
  const question = assignee.id === me.id ? t('case.why.me') : name === null ? t('case.why.somebody') : t('case.why.other', { name });
  const decision = decisions.find(({ agentId }) => agentId === assignee.id);
  const earlier = decisions.filter((each) => each !== decision);
  return (
    <Fold name={question} heading="h2">
      {decision === undefined && <NotThere routing={routing} />}
      {decision !== undefined && (
        <>
          <DecisionTold decision={decision} nameOf={nameOf} />
          <p className={styles.rule}>{t('case.why.rule')}</p>
        </>
      )}
      {earlier.length > 0 && <EarlierDecisions routing={routing} decisions={earlier} nameOf={nameOf} heading="h3" />}
    </Fold>
  );
};
