import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../ui/api/types.js';
import { marks, nearest, step, type Mark } from '../../ui/timeline/spine.js';
import { useItemWords } from '../../ui/timeline/use-item-words.js';
import styles from './spine-track.module.css';

type Props = {
  readonly items: readonly TimelineItem[];
  /** The revision that the case is shown after. */
  readonly at: number;
  readonly onMove: (revision: number) => void;
};

/** The spine of a case: a mark for every event, a handle for the moment that is shown. */
export const SpineTrack = ({ items, at, onMove }: Props) => {
  const { t } = useTranslation();
  const track = useRef<HTMLDivElement>(null);
  const { words, when } = useItemWords();
  const all = marks(items);
  const index = Math.max(0, all.findIndex(({ revision }) => revision === at));
  const handle = all[index]?.place ?? 1;
  const item = items[index];

  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || track.current === null) return;
    const { left, width } = track.current.getBoundingClientRect();
    const mark = nearest(all, (event.clientX - left) / width);
    if (mark !== null && mark.revision !== at) onMove(mark.revision);
  };
  const grip = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    follow(event);
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 5, PageDown: -5, Home: -all.length, End: all.length }[event.key];
    if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = step(all, at, steps);
    if (next !== at) onMove(next);
  };

  return (
    <div
      className={styles.spine}
      role="slider"
      tabIndex={0}
      aria-label={t('case.spine.label')}
      aria-valuemin={1}
      aria-valuemax={items.length}
      aria-valuenow={index + 1}
      aria-valuetext={item === undefined ? '' : t('case.spine.value', { count: items.length, at: index + 1, what: words(item), when: when(item.occurredAt) })}
      title={t('case.spine.keys')}
      onPointerDown={grip}
      onPointerMove={follow}
      onKeyDown={press}
      data-testid="spine"
    >
      <div ref={track} className={styles.track} data-crowd={crowd(all.length)}>
        {all.map((mark, n) => (
          <Dot key={mark.revision} mark={mark} ahead={n > index} title={items[n] === undefined ? '' : `${words(items[n])} · ${when(items[n].occurredAt)}`} />
        ))}
        <span className={styles.handle} style={{ left: `${handle * 100}%` }} aria-hidden="true" />
      </div>
    </div>
  );
};

const crowd = (count: number): 'few' | 'many' | 'crowd' => (count <= 30 ? 'few' : count <= 90 ? 'many' : 'crowd');

const Dot = ({ mark, ahead, title }: { readonly mark: Mark; readonly ahead: boolean; readonly title: string }) => (
  <span className={styles.mark} data-kind={mark.kind} data-ahead={ahead || undefined} style={{ left: `${mark.place * 100}%` }} title={title} aria-hidden="true" />
);
