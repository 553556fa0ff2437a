import { Group, Text } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { formatDate, formatDateTime } from '../../../src-shared/text/format.ts';
import { formatTrackingCode } from '../../../src-shared/text/tracking-code.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { ApplicationStatusBadge } from '../../components/application-status.tsx';
import { BarCode } from '../../components/bar-code.tsx';
import { DeadlineBadge } from '../../components/deadline-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import { goBack } from '../../lib/route.ts';
import classes from './file.module.css';
import { FilePapers } from './file-papers.tsx';
import { applicationFileText } from './text.ts';

/** Which application this is, how it stands, and how much time is left. */
export function FileHead({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  return (
    <header className={classes.head}>
      <div className={classes.identity}>
        <h1 className={`bk-number ${classes.number}`}>{file.applicationNo}</h1>
        <Text size="sm" fw={550} truncate>
          {file.subtopicLabel === null ? file.topicLabel : `${file.topicLabel} · ${file.subtopicLabel}`}
        </Text>
      </div>
      <div className={classes.tracking}>
        <div className={classes.barcode}>
          <BarCode kind="code128" value={file.trackingCode} height={30} />
        </div>
        <Text size="xs" c="var(--bk-muted)">
          {text.trackingCode}:{' '}
          <Text component="span" size="sm" fw={600} c="var(--bk-text)">
            {formatTrackingCode(file.trackingCode)}
          </Text>
        </Text>
      </div>
      <div className={classes.standing}>
        <Group gap={6}>
          <ApplicationStatusBadge status={file.status} />
          <DeadlineBadge dueAt={file.dueAt} deadline={file.deadline} workingDaysLeft={file.workingDaysLeft} />
        </Group>
        <Text size="xs" c="var(--bk-muted)" title={file.deadlineBasis}>
          {text.due}: {isHourly(file) ? formatDateTime(file.dueAt) : formatDate(file.dueAt)}
          {file.closing !== null && ` · ${file.closing.keptDeadline ? text.closedInTime : text.closedLate}`}
        </Text>
      </div>
      <Group gap="xs" justify="flex-end" className={classes.actions}>
        <FilePapers file={file} />
        <ActionButton label={text.back} keyName="Escape" variant="default" run={goBack} />
      </Group>
    </header>
  );
}

/** Day rules end with the day; an hour rule ends at a minute that matters. */
function isHourly({ dueAt }: ApplicationFile): boolean {
  return !formatDateTime(dueAt).endsWith('23:59');
}
