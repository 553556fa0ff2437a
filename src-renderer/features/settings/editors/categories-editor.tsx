import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { Desk } from '../../../../src-shared/contract/session.ts';
import { showUndo } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { type Clash, mergeList } from '../../../lib/merge-draft.ts';
import { type CategoryDraft, useSettingsDrafts } from '../../../lib/settings-drafts.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { categoryInputs, newCategory } from './category-drafts.ts';
import { CategoryForm } from './category-form.tsx';
import { CategoryList } from './category-list.tsx';
import { useCategoryWords } from './category-words.ts';
import { ClashNote } from './clash-note.tsx';
import classes from './editors.module.css';
import { listErrors, moved, noErrors, withoutMended } from './list-editing.ts';
import { SaveBar } from './save-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import { editorsText } from './text.ts';
import { type BranchDocuments, useDraft } from './use-draft.ts';

type CategoriesEditorProps = {
  readonly saved: readonly CategoryDraft[];
  readonly desks: readonly Desk[];
  readonly refetch: () => Promise<{ readonly data: BranchDocuments | undefined }>;
};

export function CategoriesEditor({ saved, desks, refetch }: CategoriesEditorProps) {
  const text = useText(editorsText);
  const words = useCategoryWords();
  const command = useCommand('settings.saveCategories');
  const [chosen, setChosen] = useState<string | null>(null);
  const [errors, setErrors] = useState(noErrors);
  const editing = useDraft({
    name: 'categories',
    saved,
    merge: mergeList,
    send: async (value) => {
      const result = await command.run({ categories: categoryInputs(value) });
      const refused = result.ok ? noErrors : listErrors(result.error, 'categories', value);
      setErrors(refused);
      const wrong = value.find(({ id }) => id in refused.byItem);
      if (wrong !== undefined) setChosen(wrong.id);
      return result;
    },
    refetch,
  });
  const { value, change, clashes } = editing;
  const shown = value.find(({ id }) => id === chosen) ?? value[0];

  function put(next: CategoryDraft): void {
    change(value.map((item) => (item.id === next.id ? next : item)));
    const before = value.find(({ id }) => id === next.id);
    if (before !== undefined) setErrors(withoutMended(errors, before, next));
  }
  function add(): void {
    const added = newCategory(value, crypto.randomUUID());
    change([...value, added]);
    setChosen(added.id);
  }
  function remove(item: CategoryDraft): void {
    const place = value.indexOf(item);
    change(value.filter((other) => other !== item));
    setChosen(value[place + 1]?.id ?? value[place - 1]?.id ?? null);
    showUndo({
      message: text.removed(words.nameOf(item)),
      onUndo: () => {
        const now = useSettingsDrafts.getState().drafts.categories?.value ?? saved;
        if (now.every(({ id }) => id !== item.id)) change(now.toSpliced(place, 0, item));
        setChosen(item.id);
      },
    });
  }
  function takeTheirs(clash: Clash): void {
    if (clash.kind === 'gone') change(value.filter(({ id }) => id !== clash.id));
    else if (clash.kind === 'field')
      change(value.map((item) => (item.id === clash.id ? { ...item, [clash.field]: clash.theirs } : item)));
  }

  return (
    <Stack gap="md">
      <ClashNote
        name="categories"
        clashes={clashes}
        nameOf={(clash) => words.clashName(clash, value)}
        wordsOf={words.clashValue}
        onTakeTheirs={takeTheirs}
      />
      <div className={classes.split}>
        <CategoryList
          categories={value}
          shown={shown?.id ?? null}
          wrong={new Set(Object.keys(errors.byItem))}
          onChoose={setChosen}
          onAdd={add}
        />
        {shown !== undefined && (
          <CategoryForm
            key={shown.id}
            category={shown}
            desks={desks}
            errors={errors.byItem[shown.id] ?? {}}
            onChange={put}
            onMove={(by) => change(moved(value, shown, by))}
            onRemove={value.length > 1 ? () => remove(shown) : null}
          />
        )}
      </div>
      <SaveFailure failure={command.failure} sentence={errors.whole} />
      <SaveBar editing={editing} />
    </Stack>
  );
}
