import { Button, Group, Stack, Text, Title } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconFileTypePdf,
  IconHourglass,
  IconProgress,
} from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { DestructionRun, RunState } from '../../../../src-shared/contract/retention.ts';
import { formatDate, formatDateTime, formatNumber } from '../../../../src-shared/text/format.ts';
import { StatusBadge, type Tone } from '../../../components/status-badge.tsx';
import { useText } from '../../../i18n/use-text.ts';
import classes from './retention.module.css';
import { RunActs } from './run-acts.tsx';
import { RunItems } from './run-items.tsx';
import { retentionText } from './text.ts';
import { useReport } from './use-report.ts';

const looks: Readonly<Record<RunState, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  proposed: { tone: 'warning', icon: <IconHourglass size={14} /> },
  refused: { tone: 'neutral', icon: <IconCircleX size={14} /> },
  ordered: { tone: 'accent', icon: <IconProgress size={14} /> },
  erased: { tone: 'accent', icon: <IconProgress size={14} /> },
  compacted: { tone: 'success', icon: <IconCircleCheck size={14} /> },
};

/** One run: what it is to destroy, who stands for it, what became of it. */
export function RunCard({ run }: { readonly run: DestructionRun }) {
  const text = useText(retentionText);
  const titleId = useId();
  const [isListShown, setListShown] = useState(false);
  const report = useReport(run.id);
  const isDone = run.state !== 'proposed' && run.state !== 'refused';
  return (
    <section className={classes.run} aria-labelledby={titleId}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Title order={3} id={titleId} fz="md">
          {run.runNo}
        </Title>
        <StatusBadge {...looks[run.state]} label={text.states[run.state]} />
      </Group>
      <Text size="sm" mb="xs">
        {text.reasons[run.reason]} · {formatDate(run.asOf)} · {text.approvals(run.approvals.length)}
      </Text>
      <ul className={classes.counts}>
        {run.counts.map(({ recordClass, records }) => (
          <li key={recordClass}>
            {text.classes[recordClass] ?? recordClass}: <strong>{formatNumber(records)}</strong>
          </li>
        ))}
      </ul>
      <Stack gap={2} my="xs">
        {remarks(run, text).map((line) => (
          <Text key={line} size="xs" c="var(--bk-muted)">
            {line}
          </Text>
        ))}
      </Stack>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isListShown}
          onClick={() => setListShown(!isListShown)}
        >
          {isListShown ? text.hide : text.show}
        </Button>
        {isDone && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileTypePdf size={14} aria-hidden />}
            aria-label={text.reportOf(run.runNo)}
            loading={report.isRunning}
            onClick={() => void report.save()}
          >
            {text.report}
          </Button>
        )}
      </Group>
      {isListShown && <RunItems run={run} />}
      {run.state === 'proposed' && <RunActs run={run} />}
    </section>
  );
}

type Words = (typeof retentionText)['tr'];

function remarks(run: DestructionRun, text: Words): readonly string[] {
  const { proposed, approvals, refused, kept, copies } = run;
  return [
    text.proposedBy(proposed.name, formatDateTime(proposed.at)),
    ...approvals.map(({ name, at }) => text.approvedBy(name, formatDateTime(at))),
    ...(refused === null ? [] : [text.refusedBy(refused.name, formatDateTime(refused.at), refused.reason)]),
    ...(run.takenOut > 0 ? [text.takenOutCount(run.takenOut)] : []),
    ...(run.left > 0 ? [text.leftCount(run.left)] : []),
    ...(run.hasMore ? [text.hasMore] : []),
    ...kept.map(({ recordClass, count, until }) => {
      const name = text.classes[recordClass] ?? recordClass;
      return until === null ? text.keptOpen(name, count) : text.keptUntil(name, count, formatDate(until));
    }),
    ...(copies === null ? [] : [text.copies(copies.names.length, formatDate(copies.until))]),
  ];
}
