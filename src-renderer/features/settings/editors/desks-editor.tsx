import { Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ActionButton } from '../../../components/action-button.tsx';
import { showUndo } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { mergeList } from '../../../lib/merge-draft.ts';
import { type DeskDraft, useSettingsDrafts } from '../../../lib/settings-drafts.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { ClashNote } from './clash-note.tsx';
import { DeskRow } from './desk-row.tsx';
import classes from './editors.module.css';
import { listErrors, noErrors, withoutMended } from './list-editing.ts';
import { SaveBar } from './save-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import { editorsText } from './text.ts';
import { type BranchDocuments, useDraft } from './use-draft.ts';

const mostDesks = 99;

type DesksEditorProps = {
  readonly saved: readonly DeskDraft[];
  readonly refetch: () => Promise<{ readonly data: BranchDocuments | undefined }>;
};

export function DesksEditor({ saved, refetch }: DesksEditorProps) {
  const text = useText(editorsText);
  const command = useCommand('settings.saveDesks');
  const [errors, setErrors] = useState(noErrors);
  /** Gets the keyboard when it appears. */
  const added = useRef<string | null>(null);
  const editing = useDraft({
    name: 'desks',
    saved,
    merge: mergeList,
    send: async (value) => {
      const result = await command.run({
        desks: value.map(({ deskCode, deskName }) => ({ deskCode, deskName })),
      });
      setErrors(result.ok ? noErrors : listErrors(result.error, 'desks', value));
      return result;
    },
    refetch,
  });
  const { value, change, clashes } = editing;
  const nameOf = (desk: DeskDraft | undefined) => desk?.deskName || desk?.deskCode || text.newDesk;

  function put(before: DeskDraft, part: Partial<DeskDraft>): void {
    const after = { ...before, ...part };
    change(value.map((desk) => (desk === before ? after : desk)));
    setErrors(withoutMended(errors, before, after));
  }
  function add(): void {
    const id = crypto.randomUUID();
    added.current = id;
    change([...value, { id, isNew: true, deskCode: '', deskName: '' }]);
  }
  function remove(desk: DeskDraft): void {
    const place = value.indexOf(desk);
    change(value.filter((other) => other !== desk));
    showUndo({
      message: text.removed(nameOf(desk)),
      onUndo: () => {
        const now = useSettingsDrafts.getState().drafts.desks?.value ?? saved;
        if (now.every(({ id }) => id !== desk.id)) change(now.toSpliced(place, 0, desk));
      },
    });
  }

  return (
    <Stack gap="md">
      <ClashNote
        name="desks"
        clashes={clashes}
        nameOf={({ id }) =>
          nameOf(value.find((desk) => desk.id === id) ?? saved.find((desk) => desk.id === id))
        }
        wordsOf={({ theirs }) => `“${theirs}”`}
        onTakeTheirs={(clash) => {
          if (clash.kind === 'gone') change(value.filter(({ id }) => id !== clash.id));
          else if (clash.kind === 'field')
            change(
              value.map((desk) => (desk.id === clash.id ? { ...desk, [clash.field]: clash.theirs } : desk)),
            );
        }}
      />
      <ul className={classes.desks}>
        {value.map((desk) => (
          <DeskRow
            key={desk.id}
            desk={desk}
            errors={errors.byItem[desk.id] ?? {}}
            isFocused={added.current === desk.id}
            name={nameOf(desk)}
            onChange={(part) => put(desk, part)}
            onRemove={value.length > 1 ? () => remove(desk) : null}
          />
        ))}
      </ul>
      <ActionButton
        label={text.addDesk}
        keyName="alt+N"
        run={add}
        isEnabled={value.length < mostDesks}
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={16} />}
      />
      <SaveFailure failure={command.failure} sentence={errors.whole} />
      <SaveBar editing={editing} />
    </Stack>
  );
}
