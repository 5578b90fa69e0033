import { useSettings } from '../settings/use-settings.js';
import { dayAndClock, exactly, inTurn, lately, recently } from './moments.js';
import { useNow } from './use-now.js';

type Props = {
  readonly at: string;
  /** `recent`: 12분 전 within a day; `full`: always the date; `turn` and `lately`: as one of a row, after the moment `before`. */
  readonly as?: 'recent' | 'full' | 'turn' | 'lately';
  readonly before?: string | null;
};

/** A moment: short to the eye, exact on hover and to the screen reader. */
export const When = ({ at, as = 'recent', before = null }: Props) => {
  const { language } = useSettings();
  const now = useNow();
  const exact = exactly(at, language);
  const text = { recent: () => recently(at, now, language), full: () => dayAndClock(at, now, language), turn: () => inTurn(at, before, now, language), lately: () => lately(at, before, now, language) }[as]();
  return (
    <time dateTime={at} title={exact}>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{exact}</span>
    </time>
  );
};
