import { Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ApplicationRow } from '../../../src-shared/contract/application-row.ts';
import { useText } from '../../i18n/use-text.ts';
import { movedTo } from '../../lib/moved-to.ts';
import { goTo } from '../../lib/route.ts';
import { Row, rowButtonId } from './row.tsx';
import { workListsText } from './text.ts';
import classes from './work-lists.module.css';

const rowHeight = 38;
/** Rows before the end at which the next page is asked for. */
const headStart = 20;

type RowGridProps = {
  readonly rows: readonly ApplicationRow[];
  readonly label: string;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
};

/** Only the rows in sight are drawn. One stop for Tab; arrows move, Enter opens. */
export function RowGrid({ rows, label, hasMore, isLoadingMore, loadMore }: RowGridProps) {
  const text = useText(workListsText);
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const active = Math.max(
    0,
    rows.findIndex(({ id }) => id === activeId),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const drawn = virtual.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastDrawn >= rows.length - headStart) loadMore();
  }, [hasMore, isLoadingMore, lastDrawn, rows.length, loadMore]);

  function onKeyDown(event: KeyboardEvent): void {
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = movedTo(event.key, active, rows.length, perPage);
    const row = next === undefined ? undefined : rows[next];
    if (next === undefined || row === undefined) return;
    event.preventDefault();
    setActiveId(row.id);
    virtual.scrollToIndex(next);
    // The row may be drawn only after the jump.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => document.getElementById(rowButtonId(row.id))?.focus()),
    );
  }

  const { columns } = text;
  return (
    <div ref={scroller} className={classes.scroller}>
      <table className={classes.table} aria-label={label} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <thead>
          <tr className={classes.header} aria-rowindex={1}>
            <th scope="col">{columns.applicationNo}</th>
            <th scope="col">{columns.applicant}</th>
            <th scope="col">{columns.topic}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.team}</th>
            <th scope="col">{columns.due}</th>
          </tr>
        </thead>
        <tbody className={classes.rows} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Row
                key={row.id}
                row={row}
                index={index}
                top={start}
                height={rowHeight}
                isActive={index === active}
                onFocus={() => setActiveId(row.id)}
                onOpen={() => goTo({ screen: 'applicationFile', id: row.id })}
              />
            );
          })}
        </tbody>
      </table>
      {isLoadingMore && <Skeleton height={rowHeight - 14} m={7} aria-label={text.loadingMore} />}
    </div>
  );
}
