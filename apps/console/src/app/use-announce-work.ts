import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { caseIdOf, isGivenTo, type LiveEvent } from '../ui/live/live-event.js';
import { useLiveEvents } from '../ui/live/live-events.js';
import { sayToast } from '../ui/parts/toasts.js';
import { useCaseTitle } from '../ui/parts/use-case-title.js';
import { countUnseen, forgetUnseen } from '../ui/parts/use-page-title.js';
import { caseOptions } from '../ui/requests/get-case.js';
import { useMe } from '../ui/requests/use-me.js';
import { isRouting } from '../ui/timeline/event-words.js';
import { useActorName } from '../ui/timeline/use-actor-name.js';

/** Tells somebody when work has come to them. */
export const useAnnounceWork = (): void => {
  const { id: myId } = useMe();
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const titleOf = useCaseTitle();
  const actorName = useActorName();
  useEffect(() => {
    addEventListener('focus', forgetUnseen);
    return () => removeEventListener('focus', forgetUnseen);
  }, []);
  const announce = async (event: LiveEvent): Promise<void> => {
    const caseId = caseIdOf(event);
    if (caseId === null) return;
    const given = await client.fetchQuery(caseOptions(caseId));
    if (given.assignee?.id !== myId) return;
    if (!document.hasFocus()) countUnseen();
    const title = titleOf(given);
    sayToast({
      tone: 'news',
      title: t('inbox.given'),
      text: isRouting(event.actor) ? t('inbox.givenByRouting', { title }) : t('inbox.givenCase', { title, name: actorName(event.actor) }),
      action: { label: t('inbox.openCase'), run: () => void navigate({ to: '/inbox/$caseId', params: { caseId }, search: { assignee: 'me', state: 'open' } }) },
    });
  };
  useLiveEvents((events) => events.filter((event) => isGivenTo(event, myId)).forEach((event) => void announce(event)));
};
