import { ActionIcon, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { upperTurkish } from '../../../../src-shared/text/fold.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { DeskDraft } from '../../../lib/settings-drafts.ts';
import classes from './editors.module.css';
import type { ItemErrors } from './list-editing.ts';
import { editorsText } from './text.ts';

type DeskRowProps = {
  readonly desk: DeskDraft;
  readonly errors: ItemErrors;
  readonly isFocused: boolean;
  readonly name: string;
  readonly onChange: (desk: DeskDraft) => void;
  readonly onRemove: (() => void) | null;
};

export function DeskRow({ desk, errors, isFocused, name, onChange, onRemove }: DeskRowProps) {
  const text = useText(editorsText);
  return (
    <li className={classes.deskRow}>
      <TextInput
        label={text.deskCode}
        required
        maxLength={10}
        autoFocus={isFocused}
        readOnly={!desk.isNew}
        variant={desk.isNew ? 'default' : 'filled'}
        title={desk.isNew ? undefined : text.deskCodeHint}
        spellCheck={false}
        value={desk.deskCode}
        onChange={({ currentTarget }) =>
          onChange({ ...desk, deskCode: upperTurkish(currentTarget.value.trim()) })
        }
        error={errors.deskCode}
      />
      <TextInput
        label={text.deskName}
        required
        maxLength={40}
        value={desk.deskName}
        onChange={({ currentTarget }) => onChange({ ...desk, deskName: currentTarget.value })}
        error={errors.deskName}
      />
      <ActionIcon
        variant="default"
        size={36}
        disabled={onRemove === null}
        aria-label={text.removeDesk(name)}
        title={text.removeDesk(name)}
        onClick={() => onRemove?.()}
      >
        <IconTrash size={17} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
