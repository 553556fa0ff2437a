import { IconAlertTriangle, IconBellExclamation } from '@tabler/icons-react';
import { memo } from 'react';
import type { ApplicationRow } from '../../../src-shared/contract/application-row.ts';
import { formatDate, formatDateTime } from '../../../src-shared/text/format.ts';
import { ApplicationStatusBadge } from '../../components/application-status.tsx';
import { DeadlineBadge } from '../../components/deadline-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import { goTo } from '../../lib/route.ts';
import { workListsText } from './text.ts';
import classes from './work-lists.module.css';

/** By the place in the list, since the keyboard goes to rows that are not there yet. */
export function rowButtonId(index: number): string {
  return `row-${index}`;
}

type RowProps = {
  readonly row: ApplicationRow;
  readonly index: number;
  /** Where the virtual list puts it, in pixels. */
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  /** Always the same function: a row that stays in sight is not drawn anew while others come. */
  readonly onFocus: (index: number) => void;
};

/** The number is the button; it reaches over the whole row for the pointer. */
export const Row = memo(function Row({ row, index, top, height, isActive, onFocus }: RowProps) {
  const text = useText(workListsText);
  return (
    <tr
      className={classes.row}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <td>
        <button
          id={rowButtonId(index)}
          type="button"
          className={classes.no}
          tabIndex={isActive ? 0 : -1}
          title={`${text.columns.registered}: ${formatDate(row.registeredAt)}`}
          onFocus={() => onFocus(index)}
          onClick={() => goTo({ screen: 'applicationFile', id: row.id })}
        >
          {row.applicationNo}
        </button>
        {row.isEscalated && (
          <IconBellExclamation
            size={14}
            role="img"
            aria-label={text.escalated}
            className={classes.conflict}
          />
        )}
        {row.hasConflict && (
          <IconAlertTriangle size={14} role="img" aria-label={text.conflict} className={classes.conflict} />
        )}
      </td>
      <td>{row.applicantName}</td>
      <td title={row.topicLabel}>{row.topicLabel}</td>
      <td>
        <ApplicationStatusBadge status={row.status} />
      </td>
      <td title={row.teamName ?? undefined}>
        {row.callBackAt === null ? (row.teamName ?? '–') : text.callBack(formatDateTime(row.callBackAt))}
      </td>
      <td>
        {row.deadline === null ? (
          formatDate(row.dueAt)
        ) : (
          <DeadlineBadge dueAt={row.dueAt} deadline={row.deadline} />
        )}
      </td>
    </tr>
  );
});
