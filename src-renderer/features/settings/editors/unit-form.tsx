import { MultiSelect, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import type { UnitDraft } from '../../../lib/settings-drafts.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { CodeInput } from './code-input.tsx';
import classes from './editors.module.css';
import { ItemForm } from './item-form.tsx';
import type { ItemErrors } from './list-editing.ts';
import { placesText } from './places-text.ts';

const below = ['label', 'input', 'description', 'error'] as const;

type UnitFormProps = {
  readonly unit: UnitDraft;
  readonly name: string;
  readonly errors: ItemErrors;
  readonly onChange: (unit: UnitDraft) => void;
  readonly onRemove: () => void;
};

export function UnitForm({ unit, name, errors, onChange, onRemove }: UnitFormProps) {
  const text = useText(placesText);
  const teams = useQueryMethod('catalogue.get', {}).data?.teams.teams ?? [];
  const users = useQueryMethod('user.list', {}).data?.users ?? [];
  const nameInput = useRef<HTMLInputElement>(null);
  const { isNew } = unit;
  // A unit that was just added is named first.
  useEffect(() => {
    if (isNew) nameInput.current?.focus();
  }, [isNew]);
  const set = (change: Partial<UnitDraft>) => onChange({ ...unit, ...change });
  return (
    <ItemForm label={text.unitForm(name)} onRemove={onRemove}>
      <TextInput
        ref={nameInput}
        className={classes.wide}
        label={text.unitName}
        required
        maxLength={80}
        value={unit.unitName}
        onChange={({ currentTarget }) => set({ unitName: currentTarget.value })}
        error={errors.unitName}
      />
      <CodeInput
        className={classes.wide}
        label={text.unitCode}
        description={text.unitCodeHint}
        inputWrapperOrder={[...below]}
        maxLength={20}
        isNew={isNew}
        value={unit.unitCode}
        onChange={(unitCode) => set({ unitCode })}
        error={errors.unitCode}
      />
      <MultiSelect
        className={classes.whole}
        label={text.members}
        description={text.membersHint}
        inputWrapperOrder={[...below]}
        data={users
          .filter(({ id, isActive }) => isActive || unit.memberIds.includes(id))
          .map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={[...unit.memberIds]}
        onChange={(memberIds) => set({ memberIds })}
        error={errors.memberIds}
        searchable
        hidePickedOptions
      />
      <MultiSelect
        className={classes.whole}
        label={text.teams}
        description={text.teamsHint}
        inputWrapperOrder={[...below]}
        data={teams.map(({ code, name: teamName }) => ({ value: code, label: teamName }))}
        value={[...unit.teamCodes]}
        onChange={(teamCodes) => set({ teamCodes })}
        error={errors.teamCodes}
        searchable
        hidePickedOptions
      />
      <TextInput
        className={classes.whole}
        label={text.teamsAddress}
        description={text.teamsAddressHint}
        inputWrapperOrder={[...below]}
        inputMode="email"
        maxLength={200}
        autoComplete="off"
        value={unit.teamsAddress}
        onChange={({ currentTarget }) => set({ teamsAddress: currentTarget.value })}
        error={errors.teamsAddress}
      />
    </ItemForm>
  );
}
