import { MultiSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Desk } from '../../../../src-shared/contract/session.ts';
import { upperTurkish } from '../../../../src-shared/text/fold.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { CategoryDraft } from '../../../lib/settings-drafts.ts';
import { useCategoryWords } from './category-words.ts';
import { ColourSelect } from './colour-select.tsx';
import classes from './editors.module.css';
import { ItemForm } from './item-form.tsx';
import type { ItemErrors } from './list-editing.ts';
import { SettingsNumber } from './settings-number.tsx';
import { editorsText } from './text.ts';
import { TimeInput } from './time-input.tsx';

const below = ['label', 'input', 'description', 'error'] as const;

type CategoryFormProps = {
  readonly category: CategoryDraft;
  readonly desks: readonly Desk[];
  readonly errors: ItemErrors;
  readonly onChange: (category: CategoryDraft) => void;
  readonly onMove: (by: -1 | 1) => void;
  /** Null for the last one, which has to stay. */
  readonly onRemove: (() => void) | null;
};

export function CategoryForm({ category, desks, errors, onChange, onMove, onRemove }: CategoryFormProps) {
  const text = useText(editorsText);
  const words = useCategoryWords();
  const nameInput = useRef<HTMLInputElement>(null);
  const { isNew } = category;
  // A category that was just added is named first.
  useEffect(() => {
    if (isNew) nameInput.current?.focus();
  }, [isNew]);
  const set = (change: Partial<CategoryDraft>) => onChange({ ...category, ...change });
  return (
    <ItemForm
      label={text.categoryForm(words.nameOf(category))}
      onRemove={onRemove}
      actions={
        <>
          <ActionButton
            label={text.moveUp}
            keyName="alt+ArrowUp"
            run={() => onMove(-1)}
            variant="default"
            size="xs"
            leftSection={<IconArrowUp size={15} />}
          />
          <ActionButton
            label={text.moveDown}
            keyName="alt+ArrowDown"
            run={() => onMove(1)}
            variant="default"
            size="xs"
            leftSection={<IconArrowDown size={15} />}
          />
        </>
      }
    >
      <TextInput
        ref={nameInput}
        className={classes.wide}
        label={text.categoryName}
        required
        maxLength={60}
        value={category.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        error={errors.name}
      />
      <TextInput
        label={text.letter}
        required
        maxLength={1}
        value={category.letter}
        onChange={({ currentTarget }) => set({ letter: upperTurkish(currentTarget.value) })}
        onFocus={({ currentTarget }) => currentTarget.select()}
        error={errors.letter}
      />
      <ColourSelect
        label={text.colour}
        value={category.colour}
        onChange={(colour) => set({ colour })}
        error={errors.colour}
      />
      <MultiSelect
        className={classes.whole}
        label={text.desks}
        description={text.desksHint}
        inputWrapperOrder={[...below]}
        placeholder={category.deskCodes === null ? text.allDesks : ''}
        data={desks.map(({ deskCode, deskName }) => ({
          value: deskCode,
          label: `${deskCode} · ${deskName}`,
        }))}
        value={[...(category.deskCodes ?? [])]}
        onChange={(codes) => set({ deskCodes: codes.length === 0 ? null : codes })}
        error={errors.deskCodes}
        hidePickedOptions
      />
      <TimeInput
        label={text.opensAt}
        value={category.opensAt}
        example="08:30"
        onChange={(opensAt) => set({ opensAt })}
        error={errors.opensAt}
      />
      <TimeInput
        label={text.closesAt}
        value={category.closesAt}
        example="16:30"
        onChange={(closesAt) => set({ closesAt })}
        error={errors.closesAt}
      />
      <p className={classes.beside}>{text.hoursHint}</p>
      <SettingsNumber
        label={text.firstNumber}
        description={text.firstNumberHint}
        required
        allowDecimal={false}
        value={category.firstNumber}
        onChange={(firstNumber) => set({ firstNumber })}
        error={errors.firstNumber}
      />
      <SettingsNumber
        label={text.dailyLimit}
        description={text.dailyLimitHint}
        placeholder={text.unlimited}
        allowDecimal={false}
        value={category.dailyLimit}
        onChange={(dailyLimit) => set({ dailyLimit })}
        error={errors.dailyLimit}
      />
      <SettingsNumber
        className={classes.wide}
        label={text.weight}
        description={text.weightHint}
        required
        value={category.weight}
        onChange={(weight) => set({ weight })}
        error={errors.weight}
      />
    </ItemForm>
  );
}
