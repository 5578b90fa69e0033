import { useTranslation } from 'react-i18next';
import type { Actor } from '../api/types.js';
import { isRouting } from './event-words.js';

/** Who did something: their name, else what they are. */
export const useActorName = (): ((actor: Actor) => string) => {
  const { t } = useTranslation();
  return (actor) => {
    if (isRouting(actor)) return t('actor.routing');
    return actor.name ?? (actor.kind === 'external' ? `${t('actor.external')} ${actor.id}` : t(`actor.${actor.kind}`));
  };
};
