import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../ui/api/types.js';
import { blocks, firstOf, type Block } from '../../ui/timeline/blocks.js';
import { Happened } from '../../ui/timeline/happened.js';
import { MessageCard } from '../../ui/timeline/message-card.js';
import styles from './case-timeline.module.css';

type Props = { readonly items: readonly TimelineItem[]; readonly customerName: string | null; readonly past: boolean; readonly caseId: string };

const NEAR = 80;

/** What happened, first to last. Whoever reads further up is told of what is new, and stays where they are. */
export const CaseTimeline = ({ items, customerName, past, caseId }: Props) => {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [seen, see] = useState(items.length);
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight });

  useLayoutEffect(() => {
    atEnd.current = true;
    toEnd();
  }, [caseId, past]);
  useEffect(() => {
    if (!atEnd.current) return;
    toEnd();
    see(items.length);
  }, [items.length]);

  const scrolled = () => {
    const box = scroller.current;
    if (box === null) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (atEnd.current) see(items.length);
  };
  const all = blocks(items);
  const unseen = past ? 0 : Math.max(0, items.length - seen);

  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller} onScroll={scrolled} role="log" aria-label={t('case.timeline')} tabIndex={0} data-testid="timeline">
        <ol className={styles.blocks}>
          {all.map((block, n) => (
            <li key={firstOf(block)?.revision}>
              {block.kind === 'message' ? <MessageCard block={block} customerName={customerName} absolute={past} before={momentOf(all[n - 1])} /> : <Happened block={block} absolute={past} before={momentOf(all[n - 1])} />}
            </li>
          ))}
        </ol>
      </div>
      {unseen > 0 && (
        <button type="button" className={styles.unseen} onClick={toEnd}>
          <IconArrowDown size={14} stroke={1.8} aria-hidden="true" />
          {t('case.newItems', { count: unseen })}
        </button>
      )}
    </div>
  );
};

const momentOf = (block: Block | undefined): string | null => (block === undefined ? null : (firstOf(block)?.occurredAt ?? null));
