import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerTrackNext } from '@tabler/icons-react';
import { shareDone, type Press } from '@onmaru/playback';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../../../ui/parts/progress-bar.js';
import { useSettings } from '../../../ui/settings/use-settings.js';
import { exactly } from '../../../ui/time/moments.js';
import styles from './player.module.css';
import type { Shown } from './playing.js';

type Props = { readonly shown: Shown | null; readonly onPress: (press: Press) => void };

/** The player's buttons, and how far it is: as a bar and in words. */
export const PlayerBar = ({ shown, onPress }: Props) => {
  const { t } = useTranslation();
  const mode = shown?.playback.mode ?? 'ended';
  const isOn = shown !== null && mode !== 'ended' && shown.error === null;
  const Toggle = mode === 'playing' && isOn ? IconPlayerPause : IconPlayerPlay;
  const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;
  return (
    <div className={styles.player}>
      <div className={styles.buttons}>
        <Button leftSection={<Toggle {...icon} />} onClick={() => onPress('toggle')} data-testid="play">
          {t(!isOn ? 'operations.player.play' : mode === 'playing' ? 'operations.player.pause' : 'operations.player.resume')}
        </Button>
        <Button variant="default" leftSection={<IconPlayerTrackNext {...icon} />} disabled={shown !== null && !isOn} onClick={() => onPress('step')} data-testid="step">
          {t('operations.player.step')}
        </Button>
        <Button variant="default" leftSection={<IconPlayerSkipBack {...icon} />} disabled={shown === null} onClick={() => onPress('restart')} data-testid="restart">
          {t('operations.player.restart')}
        </Button>
      </div>
      {shown === null ? <p className={styles.words}>{t('operations.player.ready')}</p> : <HowFar shown={shown} />}
      <p className={styles.keys}>{t('operations.player.keys')}</p>
    </div>
  );
};

const HowFar = ({ shown: { playback, from, to, position, perSecond } }: { readonly shown: Shown }) => {
  const { t } = useTranslation();
  const { language } = useSettings();
  const share = playback.mode === 'ended' ? 1 : to === 0 ? 0 : shareDone(from, to, position);
  const words = [
    `${Math.floor(share * 100)} %`,
    t('operations.player.place', { position, to }),
    ...(playback.lastAt === null ? [] : [exactly(new Date(playback.lastAt).toISOString(), language)]),
    t('operations.player.rate', { count: Math.round(perSecond) }),
    t('operations.player.shown', { count: playback.shown }),
  ].join(' · ');
  return (
    <>
      <ProgressBar share={share} name={t('operations.player.progress')} text={words} tone={playback.mode === 'playing' ? 'accent' : 'muted'} />
      <p className={styles.words} data-testid="how-far">
        {words}
      </p>
    </>
  );
};
