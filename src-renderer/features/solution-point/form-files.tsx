import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { formatFileSize } from '../../../src-shared/text/file-size.ts';
import { GivenList } from '../../components/attachments/given-list.tsx';
import { Halves } from '../../components/attachments/halves.tsx';
import { IconButton } from '../../components/attachments/icon-button.tsx';
import { attachmentsText } from '../../components/attachments/text.ts';
import { isFor, uploads } from '../../components/attachments/uploads-store.ts';
import { notifyFailure } from '../../components/notify.ts';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import type { FileWords } from './draft.ts';
import classes from './form.module.css';
import { targetOf } from './use-form-files.ts';
import { useChangeDraft, useMessage, useSheet } from './use-sheet.ts';

type Upload = OutputOf<'attachment.uploads'>['uploads'][number];

const nothingSaid: FileWords = { description: '', isSpecialCategory: false };

/** The files that go with the application; nothing while there are none. */
export function FormFiles() {
  const draftKey = useSheet((sheet) => sheet.draft.files.key);
  return draftKey === '' ? null : <Files draftKey={draftKey} />;
}

function Files({ draftKey }: { readonly draftKey: string }) {
  const text = useText(attachmentsText);
  const change = useChangeDraft();
  const target = targetOf(draftKey);
  const { data, error, refetch } = useQueryMethod('attachment.uploads', { target });
  const coming = useStore(uploads, ({ given }) => given.filter(isFor(target)).length);
  const message = useMessage('files');
  const section = useRef<HTMLFieldSetElement>(null);
  const count = coming + (data?.uploads.length ?? 0);
  useEffect(() => {
    // They stand below what is on screen of the form, and are to be seen coming.
    if (coming > 0) section.current?.scrollIntoView({ block: 'nearest' });
  }, [coming]);
  if (count === 0 && error === null) return null;
  const here = data?.uploads.filter(({ isWhole }) => isWhole) ?? [];
  return (
    <fieldset
      ref={section}
      className={classes.section}
      tabIndex={-1}
      data-wrong={message !== undefined}
      aria-label={text.heading}
    >
      <legend className={classes.legend}>{text.heading}</legend>
      <Stack gap="xs">
        {message !== undefined && (
          <Text size="sm" c="var(--bk-danger)" role="alert">
            {message}
          </Text>
        )}
        {error !== null && <StateError failure={error} onRetry={() => void refetch()} />}
        {here.map((upload) => (
          <FormFile key={upload.uploadId} upload={upload} />
        ))}
        <GivenList target={target} />
        <Halves
          target={target}
          onDropped={() => change((draft) => ({ ...draft, files: { ...draft.files } }))}
        />
        {here.length > 0 && (
          <Text size="xs" c="var(--bk-muted)">
            {text.isSpecialHint}
          </Text>
        )}
      </Stack>
    </fieldset>
  );
}

/** One that is safe in the store; what it is can be said until the application is registered. */
function FormFile({ upload: { uploadId, name, size } }: { readonly upload: Upload }) {
  const text = useText(attachmentsText);
  const change = useChangeDraft();
  const said = useSheet((sheet) => sheet.draft.files.described[uploadId]) ?? nothingSaid;
  const abandon = useCommand('attachment.abandon');

  function say(words: Partial<FileWords>): void {
    change(({ files, ...draft }) => ({
      ...draft,
      files: { ...files, described: { ...files.described, [uploadId]: { ...said, ...words } } },
    }));
  }

  async function drop(): Promise<void> {
    const dropped = await abandon.run({ uploadId });
    if (!dropped.ok) notifyFailure(dropped.error);
  }

  return (
    <div className={classes.file}>
      <Group gap={6} wrap="nowrap" className={classes.fileName}>
        <IconPaperclip size={16} aria-hidden />
        <Text size="sm" fw={550} truncate title={name}>
          {name}
        </Text>
        <Text size="xs" c="var(--bk-muted)" style={{ whiteSpace: 'nowrap' }}>
          {formatFileSize(size)}
        </Text>
      </Group>
      <TextInput
        size="xs"
        aria-label={text.descriptionOf(name)}
        placeholder={text.descriptionExample}
        maxLength={200}
        value={said.description}
        onChange={(event) => say({ description: event.currentTarget.value })}
      />
      <Checkbox
        size="xs"
        label={text.special}
        checked={said.isSpecialCategory}
        onChange={(event) => say({ isSpecialCategory: event.currentTarget.checked })}
      />
      <IconButton label={text.dropOne(name)} onClick={() => void drop()}>
        <IconX size={16} />
      </IconButton>
    </div>
  );
}
