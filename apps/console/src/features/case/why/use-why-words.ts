import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../ui/settings/use-settings.js';
import { lasting } from '../../../ui/time/moments.js';
import { useItemWords } from '../../../ui/timeline/use-item-words.js';
import type { Decision, PassedOver } from './decision.js';
import { whyChosen } from './why-chosen.js';

/** A decision of routing in plain sentences. `name` null: it was about the reader. */
export const useWhyWords = () => {
  const { t } = useTranslation();
  const { language } = useSettings();
  const { when } = useItemWords();

  const sentence = ({ priority, openedAt, decidedAt, waiting, freePlaces: free, capacity, passedOver }: Decision, name: string | null): string => {
    const then = { priority: `P${priority}`, age: lasting(openedAt, decidedAt, language) };
    const turn = waiting > 1 ? t('case.why.turn', { count: waiting, ...then }) : t('case.why.turnOnly', then);
    const why = whyChosen(passedOver);
    const chosen = name === null ? t(`case.why.chosen.me.${why}`, { free, capacity }) : t(`case.why.chosen.other.${why}`, { name, free, capacity });
    return t('case.why.sentence', { turn, chosen });
  };
  const because = ({ because: reason, places, capacity }: PassedOver): string => t(`case.why.because.${reason}`, { free: Math.max(0, capacity - places), capacity });
  const freed = ({ freedAt, freedBecause }: Decision): string | null => (freedAt === null || freedBecause === null ? null : t(`case.why.freed.${freedBecause}`, { when: when(freedAt) }));
  return { sentence, because, freed, when };
};
