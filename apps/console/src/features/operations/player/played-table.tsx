import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Table } from '../../../ui/parts/table.js';
import { useSettings } from '../../../ui/settings/use-settings.js';
import { dayAndClock, exactly } from '../../../ui/time/moments.js';
import { useNow } from '../../../ui/time/use-now.js';
import { useActorName } from '../../../ui/timeline/use-actor-name.js';
import operations from '../operations.module.css';
import { StreamName } from '../stream-name.js';
import styles from './player.module.css';
import { KEPT, type Shown } from './playing.js';

/**
 * The events that were shown last, the newest at the end; it stays there unless somebody has scrolled up to read.
 * It is there before the first event too: whoever begins again by the keyboard keeps the focus they have in it.
 */
export const PlayedTable = ({ shown }: { readonly shown: Shown | null }) => {
  const { t } = useTranslation();
  const { language } = useSettings();
  const now = useNow();
  const actorName = useActorName();
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const events = shown?.events.slice(-KEPT) ?? [];
  const last = events.at(-1)?.position;
  useEffect(() => {
    if (isAtEnd.current && scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [last]);
  if (shown === null) return null;
  if (events.length === 0 && shown.error !== null) return null;
  if (events.length === 0 && shown.playback.mode === 'ended') return <p className={operations.none}>{t('operations.player.none')}</p>;
  const name = { position: t('operations.player.position'), at: t('operations.player.at'), type: t('operations.player.type'), stream: t('operations.player.stream'), actor: t('operations.player.actor') };
  return (
    <>
      <div
        ref={scroller}
        className={styles.scroller}
        data-testid="played"
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          isAtEnd.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        <Table
          columns={Object.values(name)}
          caption={t('operations.player.title')}
          items={events}
          row={({ position, occurredAt, type, stream, actor }) => (
            <tr key={position} data-position={position}>
              <td data-name={name.position}>#{position.toLocaleString('en')}</td>
              <td data-name={name.at} className={styles.at}>
                <time dateTime={occurredAt} title={exactly(occurredAt, language)}>
                  {dayAndClock(occurredAt, now, language)}
                </time>
              </td>
              <td data-name={name.type}>
                <code className={operations.code}>{type}</code>
              </td>
              <td data-name={name.stream}>
                <StreamName stream={stream} />
              </td>
              <td data-name={name.actor}>{actorName(actor)}</td>
            </tr>
          )}
        />
      </div>
      {shown.playback.shown > KEPT && <p className={styles.keys}>{t('operations.player.kept', { count: KEPT })}</p>}
    </>
  );
};
