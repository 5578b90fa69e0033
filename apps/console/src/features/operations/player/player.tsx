import { useState, type KeyboardEvent } from 'react';
import type { Press, Speed } from '@onmaru/playback';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../ui/parts/notice.js';
import { useRunsPlatform } from '../../../ui/requests/use-me.js';
import { useSettings } from '../../../ui/settings/use-settings.js';
import styles from '../operations.module.css';
import { PaceForm } from './pace-form.js';
import { PlayedTable } from './played-table.js';
import { PlayerBar } from './player-bar.js';
import { playerPressOf } from './player-keys.js';
import { SpanForm } from './span-form.js';
import { WHOLE_LOG, type Span } from './span.js';
import { usePlaying } from './use-playing.js';

const HOUR = 3_600_000;

/** The log, played again: which part of it, how fast, and what happened. */
export const Player = () => {
  const { t } = useTranslation();
  const { keys } = useSettings();
  const runsPlatform = useRunsPlatform();
  const [span, setSpan] = useState<Span>(WHOLE_LOG);
  const [speed, setSpeed] = useState<Speed>(1000);
  const [longestGap, setLongestGap] = useState(HOUR);
  const { shown, start, leave, press, setSpeed: goAt, isThere } = usePlaying();
  const speedNow = shown?.playback.speed ?? speed;

  const act = (wish: Press) => {
    const begins = !isThere();
    if (begins) start(span, { speed, longestGap });
    if (!begins || wish === 'step') press(wish);
  };
  /** Whatever is chosen anew is played anew, at the speed that was reached. */
  const leaveFor = (choose: () => void) => {
    setSpeed(speedNow);
    leave();
    choose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wish = keys && !isForItself(event.target, event.code) ? playerPressOf(event.nativeEvent) : null;
    if (wish === null || (!isThere() && (wish === 'faster' || wish === 'slower'))) return;
    event.preventDefault();
    act(wish);
  };
  return (
    <section className={styles.section} data-testid="player" onKeyDown={onKeyDown}>
      <h2 className={styles.title}>
        {t('operations.player.title')}
      </h2>
      <p className={styles.hint}>{t(runsPlatform ? 'operations.player.hintPlatform' : 'operations.player.hint')}</p>
      <SpanForm span={span} onChange={(next) => leaveFor(() => setSpan(next))} />
      <PaceForm
        speed={speedNow}
        longestGap={longestGap}
        onSpeed={(next) => (setSpeed(next), goAt(next))}
        onLongestGap={(next) => leaveFor(() => setLongestGap(next))}
      />
      <PlayerBar shown={shown} onPress={act} />
      {shown !== null && shown.error !== null && <ProblemNotice error={shown.error} title={t('operations.player.failed')} onRetry={() => act('restart')} />}
      <PlayedTable shown={shown} />
    </section>
  );
};

/** Whether what has the focus answers to the key by itself: a place to write, or, to the space bar, a button. */
const isForItself = (target: EventTarget, code: string): boolean => target instanceof HTMLElement && (target.matches('input, textarea, select') || (code === 'Space' && target.matches('button, a, [role="option"]')));
