import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Case, TimelineItem } from '../../../ui/api/types.js';
import { useMay, useMe } from '../../../ui/requests/use-me.js';
import panel from '../case-panel.module.css';
import { decisionsThen } from './decisions-then.js';
import { EarlierDecisions } from './earlier-decisions.js';
import { routingOptions } from './get-routing.js';
import { handOverOf } from './hand-over.js';
import { useNames } from './use-names.js';
import { WhyRouted } from './why-routed.js';
import styles from './why.module.css';

type Props = { readonly shown: Case; readonly items: readonly TimelineItem[]; readonly past: boolean };

/** How the case came to whoever has it: by routing, with its reason, or from the hand of somebody; nothing where neither is so. */
export const WhyGiven = ({ shown, items, past }: Props) => {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay()('case:read-routing');
  const { by, person, routedBefore } = handOverOf(items);
  const routed = may && (by === 'routing' || routedBefore);
  const routing = useQuery({ ...routingOptions(shown.id), enabled: routed });
  const nameOf = useNames(routed);
  const decisions = decisionsThen(routing.data ?? [], past ? (items.at(-1) ?? null) : null);
  if (!routed && by !== 'person') return null;
  if (may && by === 'routing' && shown.assignee !== null)
    return (
      <section className={panel.section} data-testid="why">
        <WhyRouted assignee={shown.assignee} routing={routing} decisions={decisions} nameOf={nameOf} />
      </section>
    );
  return (
    <section className={panel.section} data-testid="why">
      {by === 'person' && person !== null && (
        <p className={styles.muted}>{person.id === me.id ? t('case.why.byHandMe') : person.name ? t('case.why.byHand', { name: person.name }) : t('case.why.bySomebody')}</p>
      )}
      {routed && <EarlierDecisions routing={routing} decisions={decisions} nameOf={nameOf} heading="h2" />}
    </section>
  );
};
