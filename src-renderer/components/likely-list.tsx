import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { formatDate } from '../../src-shared/text/format.ts';
import { useLabels } from '../i18n/use-text.ts';
import { ApplicationStatusBadge } from './application-status.tsx';
import classes from './likely-list.module.css';

export type Likely = OutputOf<'application.findDuplicates'>['likely'][number];

type LikelyListProps = {
  readonly likely: readonly Likely[];
  readonly label: string;
  /** What can be done with each. */
  readonly actionOf: (likely: Likely) => ReactNode;
};

/** Applications that may be the same matter, each with why. */
export function LikelyList({ likely, label, actionOf }: LikelyListProps) {
  const labels = useLabels();
  return (
    <ul className={classes.list} aria-label={label}>
      {likely.map((one) => (
        <li key={one.row.id} className={classes.item}>
          <div className={classes.words}>
            <Group gap={6} wrap="wrap">
              <span className={classes.no}>{one.row.applicationNo}</span>
              <ApplicationStatusBadge status={one.row.status} />
            </Group>
            <Text size="xs">
              {one.row.topicLabel} · {formatDate(one.row.registeredAt)}
            </Text>
            <Text size="xs" c="var(--bk-muted)">
              {one.reasons.map((reason) => labels.duplicateReason[reason]).join(' · ')}
            </Text>
          </div>
          {actionOf(one)}
        </li>
      ))}
    </ul>
  );
}
