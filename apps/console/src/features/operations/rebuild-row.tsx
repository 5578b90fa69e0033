import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../../ui/parts/progress-bar.js';
import { useSettings } from '../../ui/settings/use-settings.js';
import { lastingMilliseconds } from '../../ui/time/moments.js';
import styles from './operations.module.css';
import { isUnderway, shareOf, timeLeft, verbsFor, type Rebuild, type RebuildVerb } from './rebuild.js';

type Props = { readonly rebuild: Rebuild; readonly busy: boolean; readonly onVerb: (verb: RebuildVerb) => void };

/** One view on its way, or what came of it. */
export const RebuildRow = ({ rebuild, busy, onVerb }: Props) => {
  const { t } = useTranslation();
  const { view, state } = rebuild;
  const share = shareOf(rebuild);
  const progress = useProgressText(rebuild);
  return (
    <li className={styles.item} data-rebuild={view}>
      <div className={styles.bar}>
        <h3 className={styles.name}>{view}</h3>
        <span className={styles.state} data-state={rebuild.equal === false ? 'fails' : state}>
          {t(state === 'failed' ? 'operations.rebuilds.failedState' : `operations.rebuilds.${state}`)}
        </span>
        <span className={styles.gap} />
        {verbsFor(rebuild).map((verb) => (
          <Button key={verb} size="compact-sm" variant="default" disabled={busy} aria-label={t('operations.rebuilds.ofView', { verb: t(`operations.rebuilds.${verb}`), view })} onClick={() => onVerb(verb)}>
            {t(`operations.rebuilds.${verb}`)}
          </Button>
        ))}
      </div>
      {isUnderway(rebuild) && <ProgressBar share={share} name={view} text={progress} tone={state === 'paused' ? 'muted' : 'accent'} />}
      {isUnderway(rebuild) && <p className={styles.words}>{progress}</p>}
      {rebuild.equal !== undefined && <Found rebuild={rebuild} equal={rebuild.equal} />}
      {rebuild.reason !== undefined && <p className={styles.reason}>{rebuild.reason}</p>}
    </li>
  );
};

const useProgressText = (rebuild: Rebuild): string => {
  const { t } = useTranslation();
  const { language } = useSettings();
  const { position, head, eventsPerSecond } = rebuild;
  const left = timeLeft(rebuild);
  return [
    `${Math.floor(shareOf(rebuild) * 100)} %`,
    t('operations.rebuilds.progress', { position, head }),
    ...(rebuild.state === 'running' ? [t('operations.rebuilds.perSecond', { count: Math.round(eventsPerSecond) })] : []),
    ...(left === null ? [] : [t('operations.rebuilds.left', { time: lastingMilliseconds(left, language) })]),
  ].join(' · ');
};

const Found = ({ rebuild: { rows, hash }, equal }: { readonly rebuild: Rebuild; readonly equal: boolean }) => {
  const { t } = useTranslation();
  return (
    <p className={styles.words}>
      <span className={styles.found} data-equal={equal}>
        {equal ? '✓ ' : '✗ '}
        {t(equal ? 'operations.rebuilds.equal' : 'operations.rebuilds.unequal')}
      </span>
      {rows !== undefined && <> · {t('operations.rebuilds.rows', { count: rows })}</>}
      {hash !== undefined && <> · <code title={hash}>{t('operations.rebuilds.hash', { hash: hash.slice(0, 12) })}</code></>}
    </p>
  );
};
