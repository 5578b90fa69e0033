import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../api/types.js';
import { useSettings } from '../settings/use-settings.js';
import { dayAndClock } from '../time/moments.js';
import { useNow } from '../time/use-now.js';
import { told, type Line } from './event-words.js';

/** Events in one line, and their moments, in the language of the reader. */
export const useItemWords = () => {
  const { t } = useTranslation();
  const { language } = useSettings();
  const now = useNow();
  const line = ({ key, values, say }: Line): string => {
    const said = Object.fromEntries(Object.entries(say ?? {}).map(([name, word]) => [name, t(word as 'brand')]));
    return t(`events.${key}` as 'events.unknown', { ...values, ...said } as { what: string });
  };
  const words = (item: TimelineItem): string => {
    const it = told(item);
    if (it.kind === 'happened') return line(it.line);
    if (it.subject !== undefined) return t('events.openedPlain');
    return t({ customer: 'events.customerReplied', staff: 'events.replied', note: 'events.noted' }[it.voice] as 'events.replied');
  };
  return { line, words, when: (at: string) => dayAndClock(at, now, language) };
};
