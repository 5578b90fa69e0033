import { Select } from '@mantine/core';
import { FASTEST, SPEEDS, type Speed } from '@onmaru/playback';
import { useTranslation } from 'react-i18next';
import styles from '../operations.module.css';

const GAPS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, all: Infinity } as const;
const gapNames = Object.keys(GAPS) as (keyof typeof GAPS)[];

type Props = { readonly speed: Speed; readonly longestGap: number; readonly onSpeed: (speed: Speed) => void; readonly onLongestGap: (milliseconds: number) => void };

/** How fast, and for how long to wait at most. */
export const PaceForm = ({ speed, longestGap, onSpeed, onLongestGap }: Props) => {
  const { t } = useTranslation();
  const speeds = SPEEDS.map((each) => ({ value: String(each), label: each === FASTEST ? t('operations.player.fastest') : `×${each.toLocaleString('en')}` }));
  const gaps = gapNames.map((name) => ({ value: String(GAPS[name]), label: t(`operations.player.gaps.${name}`) }));
  return (
    <div className={styles.form}>
      <Select label={t('operations.player.speed')} data={speeds} value={String(speed)} onChange={(value) => onSpeed(Number(value))} allowDeselect={false} />
      <Select label={t('operations.player.longestGap')} data={gaps} value={String(longestGap)} onChange={(value) => onLongestGap(Number(value))} allowDeselect={false} />
    </div>
  );
};
