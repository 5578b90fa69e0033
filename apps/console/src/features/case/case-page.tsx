import { Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verb } from '../../ui/api/types.js';
import { useKeys } from '../../ui/keys/use-keys.js';
import { useCaseTitle } from '../../ui/parts/use-case-title.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { usePageTitle } from '../../ui/parts/use-page-title.js';
import { useMe } from '../../ui/requests/use-me.js';
import { marks, moment, step } from '../../ui/timeline/spine.js';
import { IMMEDIATE, type ActionName } from './actions.js';
import { CaseActions } from './case-actions.js';
import { CaseHeader } from './case-header.js';
import styles from './case-page.module.css';
import { CasePanel } from './case-panel.js';
import { CaseSkeleton } from './case-skeleton.js';
import { CaseTimeline } from './case-timeline.js';
import { Composer, type Kind } from './composer.js';
import { CaseDialog } from './dialogs/case-dialog.js';
import { PastBanner } from './past-banner.js';
import { SpineTrack } from './spine-track.js';
import { useCaseAct } from './use-case-act.js';
import { useMoment, type Moment } from './use-moment.js';
import { useTellFailure } from './use-tell-failure.js';

type Props = { readonly id: string; readonly at: number | undefined; readonly onMoment: (at: number | undefined) => void; readonly onBack: () => void };

export const CasePage = ({ id, at, onMoment, onBack }: Props) => {
  const { t } = useTranslation();
  const caseTitle = useCaseTitle();
  const { moment: held, error, retry } = useMoment(id, at);
  usePageTitle(held === null ? '' : caseTitle(held.shown));
  if (error !== null && held === null)
    return (
      <div className={styles.wrong}>
        <ProblemNotice error={error} title={t('case.failed')} onRetry={retry} />
      </div>
    );
  return held === null ? <CaseSkeleton /> : <Workspace key={id} moment={held} wished={at} problem={error} onRetry={retry} onMoment={onMoment} onBack={onBack} />;
};

type WorkspaceProps = Pick<Props, 'onMoment' | 'onBack'> & { readonly moment: Moment; readonly wished: number | undefined; readonly problem: Error | null; readonly onRetry: () => void };

const Workspace = ({ moment: { shown, items, past }, wished, problem, onRetry, onMoment, onBack }: WorkspaceProps) => {
  const { t } = useTranslation();
  const me = useMe();
  const act = useCaseAct(shown);
  const [asking, ask] = useState<ActionName | null>(null);
  const [panelShown, showPanel] = useState(false);
  const [kind, setKind] = useState<Kind>('reply');
  const [wish, setWish] = useState(0);
  const now = past === null;
  const last = items.at(-1)?.revision ?? 0;
  const at = past?.revision ?? last;
  const aim = moment(items, wished)?.revision ?? last;
  const seen = now ? items : items.filter(({ revision }) => revision <= at);

  const go = (revision: number) => onMoment(revision >= last ? undefined : revision);
  const run = (verb: Verb, body: object = {}) => act.run(verb, body, () => undefined);
  const begin = (action: ActionName) => (IMMEDIATE.has(action) ? run(action) : ask(action));
  const assignToMe = () => run('assign', { assignee: me.id });
  const write = (which: Kind) => {
    setKind(which);
    setWish((n) => n + 1);
  };
  const can = (verb: Verb, then: () => void) => (now && shown.can.includes(verb) ? then : undefined);
  const steps = (by: number) => go(step(marks(items), aim, by));
  useKeys({
    earlier: () => steps(-1),
    later: () => steps(1),
    reply: can('reply-to-customer', () => write('reply')),
    note: can('add-note', () => write('note')),
    resolve: can('resolve', () => begin('resolve')),
    hold: can('hold', () => begin('hold')),
    assignToMe: shown.assignee?.id === me.id ? undefined : can('assign', assignToMe),
  });

  useTellFailure(act);
  useTitleFocus();

  const panel = <CasePanel shown={shown} items={seen} past={!now} onGo={go} />;
  return (
    <div className={styles.case} data-past={!now || undefined} data-testid="case">
      <div className={styles.work}>
        <CaseHeader shown={shown} onBack={onBack} onShowPanel={() => showPanel(true)}>
          {now && <CaseActions shown={shown} myId={me.id} busy={act.running} onAct={begin} onAssignToMe={assignToMe} />}
        </CaseHeader>
        <div className={styles.spine}>
          {!now && <PastBanner past={past} place={seen.length} count={items.length} onBack={() => onMoment(undefined)} />}
          <div className={styles.track}>
            <SpineTrack items={items} at={aim} onMove={go} />
          </div>
        </div>
        {problem !== null && (
          <div className={styles.problem}>
            <ProblemNotice error={problem} title={t('case.failed')} onRetry={onRetry} />
          </div>
        )}
        <CaseTimeline items={seen} customerName={shown.customer?.name ?? null} past={!now} caseId={shown.id} />
        {now ? <Composer shown={shown} kind={kind} onKind={write} wish={wish} /> : <p className={styles.noAnswer}>{t('case.spine.noAnswer')}</p>}
      </div>
      <section className={styles.panel} aria-label={t('case.details')}>
        {panel}
      </section>
      <Drawer opened={panelShown} onClose={() => showPanel(false)} position="right" size={320} title={t('case.details')} closeButtonProps={{ 'aria-label': t('close') }} padding="xs">
        {panel}
      </Drawer>
      {now && <CaseDialog action={asking} shown={shown} onClose={() => ask(null)} />}
    </div>
  );
};

/** Whoever comes from the list stands before the case they picked, unless they are writing. */
const useTitleFocus = (): void =>
  useEffect(() => {
    const from = document.activeElement;
    if (from === null || from === document.body || from.matches('input, textarea')) return;
    document.getElementById('case-title')?.focus({ preventScroll: true });
  }, []);
