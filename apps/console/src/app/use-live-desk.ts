import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { follow } from '../ui/live/follow.js';
import { gathered, useRefresh } from '../ui/live/hear-news.js';
import { caseIdOf, isGivenTo, type LiveEvent } from '../ui/live/live-event.js';
import { tellLiveEvents, useLiveEvents } from '../ui/live/live-events.js';
import { sayToast } from '../ui/parts/toasts.js';
import { useCaseTitle } from '../ui/parts/use-case-title.js';
import { countUnseen, forgetUnseen } from '../ui/parts/use-page-title.js';
import { caseOptions } from '../ui/requests/get-case.js';
import { useMay, useMe } from '../ui/requests/use-me.js';
import { isRouting } from '../ui/timeline/event-words.js';
import { useActorName } from '../ui/timeline/use-actor-name.js';

/** Hears what happens while somebody is at their desk, and tells them when work has come to them. */
export const useLiveDesk = (): void => {
  const client = useQueryClient();
  const me = useMe();
  const may = useMay()('event:follow');
  const refresh = useRefresh();
  const announce = useAnnounceWork(me.id);
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  const gather = useMemo(() => gathered((events) => (latest.current(events), tellLiveEvents(events))), []);

  useEffect(() => {
    if (!may) return;
    const gone = new AbortController();
    void follow({ onEvents: gather, onFirstConnection: () => void client.invalidateQueries({ type: 'active' }) }, gone.signal);
    return () => gone.abort();
  }, [client, gather, may, me.id]);

  useLiveEvents((events) => events.filter((event) => isGivenTo(event, me.id)).forEach((event) => void announce(event)));
};

const useAnnounceWork = (myId: string) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const titleOf = useCaseTitle();
  const actorName = useActorName();
  useEffect(() => {
    addEventListener('focus', forgetUnseen);
    return () => removeEventListener('focus', forgetUnseen);
  }, []);
  return async (event: LiveEvent): Promise<void> => {
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
};
