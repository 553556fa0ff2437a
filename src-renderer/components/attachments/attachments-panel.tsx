import { Group, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { attachmentLimits } from '../../../src-shared/rules/attachment.ts';
import { formatFileSize } from '../../../src-shared/text/file-size.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { Note } from '../note.tsx';
import { QueryView } from '../query-view.tsx';
import { StateEmpty } from '../state-empty.tsx';
import { AttachmentList } from './attachment-list.tsx';
import classes from './attachments.module.css';
import { ChooseFiles } from './choose-files.tsx';
import { GivenList } from './given-list.tsx';
import { Halves } from './halves.tsx';
import { attachmentsText } from './text.ts';
import { isFor, keepOnlyOf, uploads } from './uploads-store.ts';

type AttachmentsPanelProps = {
  readonly applicationId: string;
  /** Files hang over the window. */
  readonly isOver: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** The files of an application: what is there, and what is being added. */
export function AttachmentsPanel({ applicationId, isOver, onFiles }: AttachmentsPanelProps) {
  const list = useQueryMethod('attachment.list', { applicationId });
  const userId = useUser()?.id;
  useEffect(() => {
    if (userId !== undefined) keepOnlyOf(userId);
  }, [userId]);
  return (
    <QueryView query={list} lines={5}>
      {(data) => <Open data={data} applicationId={applicationId} isOver={isOver} onFiles={onFiles} />}
    </QueryView>
  );
}

type OpenProps = AttachmentsPanelProps & { readonly data: OutputOf<'attachment.list'> };

function Open({ data, applicationId, isOver, onFiles }: OpenProps) {
  const text = useText(attachmentsText);
  const target = { kind: 'application', applicationId } as const;
  const isAdding = useStore(uploads, ({ given }) => given.some(isFor(target)));
  const crm = useQueryMethod('system.connection', {}).data?.crm.state;
  const isCrmAway = crm === 'offline' || crm === 'key_refused';
  const isWaiting = data.attachments.some(
    ({ place, withdrawal }) => place === 'waiting' && withdrawal === null,
  );
  return (
    <Stack gap="sm">
      {data.canAdd && (
        <>
          <AddArea room={data.room} isOver={isOver} onFiles={onFiles} />
          <Halves target={target} />
          <GivenList target={target} />
        </>
      )}
      {data.attachments.length === 0 && !isAdding && (
        <StateEmpty
          icon={<IconPaperclip size={32} stroke={1.4} />}
          title={text.empty}
          {...(data.canAdd ? { hint: text.emptyHint } : {})}
        />
      )}
      {isWaiting && isCrmAway && <Note tone="accent">{text.crmAway}</Note>}
      {data.attachments.length > 0 && <AttachmentList attachments={data.attachments} />}
    </Stack>
  );
}

type AddAreaProps = Pick<OpenProps, 'isOver' | 'onFiles'> & { readonly room: number };

function AddArea({ room, isOver, onFiles }: AddAreaProps) {
  const text = useText(attachmentsText);
  return (
    <div className={classes.area} data-over={isOver}>
      <Group gap="sm" wrap="nowrap">
        <ChooseFiles label={text.choose} onFiles={onFiles} />
        <Text size="sm">{isOver ? text.dropNow : text.dropHint}</Text>
      </Group>
      <Text size="xs" c="var(--bk-muted)" mt={6}>
        {text.limits}
        {room < attachmentLimits.application / 2 && ` · ${text.room(formatFileSize(room))}`}
      </Text>
    </div>
  );
}
