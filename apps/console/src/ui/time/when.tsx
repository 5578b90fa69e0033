import { useSettings } from '../settings/use-settings.js';
import { useNow } from './use-now.js';
import { clock, dayAndClock, exactly, recently } from './moments.js';

type Props = {
  readonly at: string;
  /** `recent`: 12분 전 within a day; `full`: always the date; `clock`: the time of day alone. */
  readonly as?: 'recent' | 'full' | 'clock';
  readonly className?: string;
};

/** A moment: short to the eye, exact on hover and to the screen reader. */
export const When = ({ at, as = 'recent', className }: Props) => {
  const { language } = useSettings();
  const now = useNow();
  const exact = exactly(at, language);
  const text = { recent: () => recently(at, now, language), full: () => dayAndClock(at, now, language), clock: () => clock(at, language) }[as]();
  return (
    <time dateTime={at} title={exact} className={className}>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{exact}</span>
    </time>
  );
};
