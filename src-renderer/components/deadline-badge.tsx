import { IconAlarm, IconAlertTriangle, IconCalendarTime } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ApplicationRow } from '../../src-shared/contract/application-row.ts';
import { formatDate, formatDateTime } from '../../src-shared/text/format.ts';
import { useCommonText, useLabels } from '../i18n/use-text.ts';
import { StatusBadge, type Tone } from './status-badge.tsx';

type DeadlineBadgeProps = {
  readonly dueAt: string;
  /** Null for what is closed. */
  readonly deadline: ApplicationRow['deadline'];
  /** Shown instead of the date where it is known. */
  readonly workingDaysLeft?: number | null;
};

const looks: Readonly<
  Record<NonNullable<ApplicationRow['deadline']>, { readonly tone: Tone; readonly icon: ReactNode }>
> = {
  on_time: { tone: 'neutral', icon: <IconCalendarTime /> },
  at_risk: { tone: 'warning', icon: <IconAlarm /> },
  overdue: { tone: 'danger', icon: <IconAlertTriangle /> },
};

export function DeadlineBadge({ dueAt, deadline, workingDaysLeft }: DeadlineBadgeProps) {
  const text = useCommonText();
  const labels = useLabels();
  if (deadline === null) return null;
  const left = workingDaysLeft ?? null;
  const when = left === null ? formatDate(dueAt) : text.workingDaysLeft(left);
  return (
    <StatusBadge
      {...looks[deadline]}
      label={deadline === 'on_time' || left !== null ? when : `${labels.deadline[deadline]} · ${when}`}
      title={`${labels.deadline[deadline]} · ${text.dueOn(formatDateTime(dueAt))}`}
    />
  );
}
