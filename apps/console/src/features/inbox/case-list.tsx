import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ROW_HEIGHT } from '../../ui/settings/settings.js';
import { useSettings } from '../../ui/settings/use-settings.js';
import { CaseRow } from './case-row.js';
import styles from './case-list.module.css';
import type { Filters } from './filters.js';
import type { Row } from './row-order.js';

type Props = {
  readonly rows: readonly Row[];
  readonly filters: Filters;
  readonly openId: string | undefined;
  readonly pointedId: string | null;
  readonly hasMore: boolean;
  readonly onNearEnd: () => void;
};

/** However many rows there are, only those in sight stand on the page. */
export const CaseList = ({ rows, filters, openId, pointedId, hasMore, onNearEnd }: Props) => {
  const { t } = useTranslation();
  const { density } = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const height = ROW_HEIGHT[density];
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 8, getItemKey: (n) => rows[n]?.row.id ?? n });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  const atEnd = hasMore && last >= rows.length - 12;

  useEffect(() => virtual.measure(), [virtual, height]);
  useEffect(() => {
    if (atEnd) onNearEnd();
  }, [atEnd, onNearEnd, rows.length]);

  const aimed = pointedId ?? openId ?? null;
  const indexOfAimed = aimed === null ? -1 : rows.findIndex(({ row }) => row.id === aimed);
  const aimedAt = useRef<string | null>(null);
  useEffect(() => {
    if (indexOfAimed === -1 || aimedAt.current === aimed) return;
    aimedAt.current = aimed;
    virtual.scrollToIndex(indexOfAimed, { align: 'auto' });
  }, [aimed, indexOfAimed, virtual]);
  const left = useRef(openId);
  useEffect(() => {
    if (openId === undefined && left.current !== undefined) links.current.get(left.current)?.focus({ preventScroll: true });
    left.current = openId;
  }, [openId]);
  useEffect(() => {
    if (pointedId !== null) links.current.get(pointedId)?.focus({ preventScroll: true });
  }, [pointedId]);

  return (
    <div ref={scroller} className={styles.scroller} data-testid="case-list">
      <ul aria-label={t('inbox.list')} style={{ height: virtual.getTotalSize() }} className={styles.list}>
        {inSight.map(({ index, start, key }) => {
          const { row, left } = rows[index] as Row;
          return (
            <CaseRow
              key={key}
              row={row}
              left={left}
              filters={filters}
              current={row.id === openId}
              pointed={row.id === pointedId}
              place={index + 1}
              style={{ height, transform: `translateY(${start}px)` }}
              link={(node) => {
                if (node !== null) links.current.set(row.id, node);
                return () => void links.current.delete(row.id);
              }}
            />
          );
        })}
      </ul>
      {!hasMore && rows.length > 0 && <p className={styles.end}>{t('inbox.end', { count: rows.length })}</p>}
      {hasMore && <p className={styles.end}>{t('inbox.moreLoading')}</p>}
    </div>
  );
};
