import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { follow } from '../ui/live/follow.js';
import { gathered, refreshAfter } from '../ui/live/hear-news.js';
import { tellLiveEvents } from '../ui/live/live-events.js';
import { useMay, useMe } from '../ui/requests/use-me.js';

/** Hears what happens while somebody is at their desk. */
export const useLiveDesk = (): void => {
  const client = useQueryClient();
  const { id } = useMe();
  const may = useMay()('event:follow');
  const gather = useMemo(() => gathered((events) => (refreshAfter(client, events), tellLiveEvents(events))), [client]);

  useEffect(() => {
    if (!may) return;
    const gone = new AbortController();
    void follow({ onEvents: gather, onFirstConnection: () => void client.invalidateQueries({ type: 'active' }) }, gone.signal);
    return () => gone.abort();
  }, [client, gather, may, id]);
};
