import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApplicationFile, FileConflict } from '../../../src-shared/contract/application-file.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import classes from './conflicts.module.css';
import { applicationFileText } from './text.ts';
import { Warning } from './warning.tsx';

/** What could not both take effect, side by side, until a person has settled it. */
export function Conflicts({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const open = file.conflicts.filter(({ settled }) => settled === null);
  if (open.length === 0) return null;
  return (
    <div className={classes.panel}>
      <Warning title={text.conflict.heading}>
        <Text size="sm">{text.conflict.hint}</Text>
        {open.map((conflict) => (
          <OneConflict key={conflict.entryId} file={file} conflict={conflict} />
        ))}
      </Warning>
    </div>
  );
}

type OneConflictProps = { readonly file: ApplicationFile; readonly conflict: FileConflict };

function OneConflict({ file, conflict }: OneConflictProps) {
  const text = useText(applicationFileText);
  const settle = useCommand('application.settleConflict');
  const [note, setNote] = useState('');

  async function choose(settlement: 'keep' | 'take'): Promise<void> {
    const { entryId } = conflict;
    const result = await settle.run({ applicationId: file.id, entryId, settlement, note });
    if (!result.ok) return notifyFailure(result.error);
    notifyDone(text.conflict.done);
  }

  return (
    <Stack gap="xs" mt="xs">
      <Text size="sm" fw={600}>
        {conflict.sentence}
      </Text>
      <div className={classes.sides}>
        {conflict.standing !== null && <Side title={text.conflict.standing} side={conflict.standing} />}
        <Side title={text.conflict.other} side={conflict.other} />
      </div>
      {file.can.settle && (
        <Group gap="xs" align="flex-end">
          <TextInput
            size="xs"
            label={text.conflict.note}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={2000}
            className={classes.note}
          />
          <Button size="xs" variant="default" loading={settle.isRunning} onClick={() => void choose('keep')}>
            {conflict.canTake ? text.conflict.keep : text.conflict.seen}
          </Button>
          {conflict.canTake && (
            <Button size="xs" loading={settle.isRunning} onClick={() => void choose('take')}>
              {text.conflict.take}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

function Side({ title, side }: { readonly title: string; readonly side: FileConflict['other'] }) {
  return (
    <section className={classes.side} aria-label={title}>
      <Text size="xs" fw={650}>
        {title}
      </Text>
      <Text size="xs" c="var(--bk-muted)">
        {side.actorName} · {formatDateTime(side.at)}
      </Text>
      {side.lines.map(({ label, value }) => (
        <Text key={label} size="sm" className={classes.line}>
          <span className={classes.label}>{label}</span> {value}
        </Text>
      ))}
    </section>
  );
}
