import { TextInput } from '@mantine/core';
import { useText } from '../../../i18n/use-text.ts';
import type { DeskDraft } from '../../../lib/settings-drafts.ts';
import { CodeInput } from './code-input.tsx';
import classes from './editors.module.css';
import type { ItemErrors } from './list-editing.ts';
import { RowRemove } from './row-remove.tsx';
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
      <CodeInput
        label={text.deskCode}
        maxLength={10}
        autoFocus={isFocused}
        isNew={desk.isNew}
        title={desk.isNew ? undefined : text.deskCodeHint}
        value={desk.deskCode}
        onChange={(deskCode) => onChange({ ...desk, deskCode })}
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
      <RowRemove label={text.removeDesk(name)} onRemove={onRemove} />
    </li>
  );
}
