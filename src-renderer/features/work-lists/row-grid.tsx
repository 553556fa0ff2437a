import { Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { movedTo } from '../../lib/moved-to.ts';
import { Row, rowButtonId } from './row.tsx';
import { workListsText } from './text.ts';
import { useFlung } from './use-flung.ts';
import type { ListRows } from './use-rows.ts';
import classes from './work-lists.module.css';

const rowHeight = 38;

type RowGridProps = {
  readonly label: string;
  readonly total: number;
  readonly rowAt: ListRows['rowAt'];
  /** The rows that are drawn, so that their pages are asked for. */
  readonly onSight: (first: number, last: number) => void;
};

/**
 * Only the rows in sight are drawn, and their lines alone while they rush by. One stop for Tab; arrows move, Enter opens.
 */
export function RowGrid({ label, total, rowAt, onSight }: RowGridProps) {
  const text = useText(workListsText);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const drawn = virtual.getVirtualItems();
  const isFlung = useFlung(scroller);
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(() => {
    if (!isFlung) onSight(first, last);
  }, [isFlung, first, last, onSight]);

  function onKeyDown(event: KeyboardEvent): void {
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = movedTo(event.key, active, total, perPage);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    virtual.scrollToIndex(next);
    // The row may be drawn only after the jump.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => document.getElementById(rowButtonId(next))?.focus()),
    );
  }

  const { columns } = text;
  return (
    <div ref={scroller} className={classes.scroller}>
      <table className={classes.table} aria-label={label} aria-rowcount={total + 1}>
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
        <tbody
          className={classes.rows}
          style={{ height: virtual.getTotalSize() }}
          data-flung={isFlung}
          onKeyDown={onKeyDown}
        >
          {(isFlung ? [] : drawn).map(({ index, start }) => {
            const row = rowAt(index);
            return row === undefined ? (
              <ComingRow key={`coming-${index}`} top={start} height={rowHeight} />
            ) : (
              <Row
                key={row.id}
                row={row}
                index={index}
                top={start}
                height={rowHeight}
                isActive={index === Math.min(active, total - 1)}
                onFocus={setActive}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function ComingRow({ top, height }: { readonly top: number; readonly height: number }) {
  return (
    <tr className={classes.row} style={{ transform: `translateY(${top}px)`, height }} aria-hidden>
      <td colSpan={6}>
        <Skeleton height={height - 18} />
      </td>
    </tr>
  );
}
