import { Stack, Text, Title } from '@mantine/core';
import { IconFileShredder } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Fact, Facts } from '../../components/fact.tsx';
import { SheetButton } from '../../components/paper/sheet-button.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { type FileTab, goBack } from '../../lib/route.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { ActionsPanel } from './actions-panel.tsx';
import { Conflicts } from './conflicts.tsx';
import { Details } from './details.tsx';
import classes from './file.module.css';
import { FileHead } from './file-head.tsx';
import { FileStory } from './file-story.tsx';
import { KeepingPanel } from './keeping-panel.tsx';
import { LinkedList } from './linked-list.tsx';
import { Steps } from './steps.tsx';
import { applicationFileText } from './text.ts';
import { actionDrafts } from './use-action.ts';
import { Warning } from './warning.tsx';

/** Başvuru dosyası: what was registered, what happened since, what can be done now. */
export function ApplicationFileScreen({ id, tab }: { readonly id: string; readonly tab: FileTab }) {
  const file = useQueryMethod('application.get', { applicationId: id });
  const userId = useUser()?.id;
  useEffect(() => {
    if (userId !== undefined) actionDrafts.keepOnlyOf(userId);
  }, [userId]);
  if (file.data === undefined && file.error?.code === 'destroyed') return <Destroyed failure={file.error} />;
  return (
    <div className={classes.screen}>
      <QueryView query={file} lines={12}>
        {(data) => <OpenFile file={data} tab={tab} />}
      </QueryView>
    </div>
  );
}

/** Nothing went wrong: the file is gone by two people's word, and its report says which. */
function Destroyed({ failure }: { readonly failure: ScreenFailure }) {
  const text = useText(applicationFileText);
  return (
    <StateEmpty
      icon={<IconFileShredder size={32} stroke={1.4} />}
      title={text.destroyed}
      hint={failure.message}
      action={<ActionButton label={text.back} keyName="Escape" variant="default" run={goBack} mt="sm" />}
    />
  );
}

function OpenFile({ file, tab }: { readonly file: ApplicationFile; readonly tab: FileTab }) {
  const text = useText(applicationFileText);
  return (
    <>
      <FileHead file={file} />
      <Conflicts file={file} />
      <div className={classes.columns}>
        <section className={classes.column} aria-label={text.details}>
          <Stack gap="md">
            <Details file={file} />
            <LinkedList file={file} />
            <Steps steps={file.steps} />
          </Stack>
        </section>
        <section className={classes.column} aria-label={text.timeline.heading}>
          <FileStory file={file} tab={tab} />
        </section>
        <section className={classes.column} aria-label={text.actions.heading}>
          <Stack gap="md">
            {file.isEscalated && <Escalated file={file} />}
            {file.closing !== null && <Closing id={file.id} closing={file.closing} />}
            <ActionsPanel file={file} />
            <KeepingPanel file={file} />
          </Stack>
        </section>
      </div>
    </>
  );
}

function Escalated({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  return (
    <Warning title={text.escalated.heading}>
      <Text size="sm">{text.escalated.hint(file.team?.name ?? '')}</Text>
    </Warning>
  );
}

type ClosingProps = Pick<ApplicationFile, 'id'> & {
  readonly closing: NonNullable<ApplicationFile['closing']>;
};

function Closing({ id, closing }: ClosingProps) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  const role = useUser()?.role;
  const mayDraw = role !== undefined && role !== 'reception' && role !== 'unit';
  return (
    <Stack gap="sm">
      <Title order={2}>{text.close.heading}</Title>
      <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
        {closing.outcome}
      </Text>
      <Facts columns={2}>
        <Fact label={text.close.outcomeKind}>{labels.outcomeKind[closing.outcomeKind]}</Fact>
        <Fact label={text.close.medium}>{labels.durableMedium[closing.durableMedium]}</Fact>
        <Fact label={text.close.satisfaction}>{labels.satisfaction[closing.satisfaction]}</Fact>
        <Fact label={text.due}>{closing.keptDeadline ? text.closedInTime : text.closedLate}</Fact>
        <Fact label={text.steps.short}>
          {closing.followedProcedure ? text.steps.followed : text.steps.notFollowed}
        </Fact>
      </Facts>
      <Text size="xs" c="var(--bk-muted)">
        {formatDateTime(closing.at)} · {text.close.by(closing.by)}
      </Text>
      {closing.durableMedium === 'letter' && mayDraw && (
        <SheetButton
          size="sm"
          sheet={{ document: 'decision_letter', applicationId: id }}
          label={text.close.openLetter}
        />
      )}
    </Stack>
  );
}
