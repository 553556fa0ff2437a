import { useState } from 'react';
import type { Desk } from '../../../../src-shared/contract/session.ts';
import { mergeList } from '../../../lib/merge-draft.ts';
import type { CategoryDraft } from '../../../lib/settings-drafts.ts';
import { categoryInputs, newCategory } from './category-drafts.ts';
import { CategoryForm } from './category-form.tsx';
import { CategoryList } from './category-list.tsx';
import { useCategoryWords } from './category-words.ts';
import classes from './editors.module.css';
import { moved } from './list-editing.ts';
import { ListEditorFrame } from './list-editor-frame.tsx';
import { type ListEditorProps, useListDraft } from './use-list-draft.ts';
import { useListEditing } from './use-list-editing.ts';

type CategoriesEditorProps = ListEditorProps<CategoryDraft> & { readonly desks: readonly Desk[] };

export function CategoriesEditor({ saved, desks, refetch }: CategoriesEditorProps) {
  const words = useCategoryWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const draft = useListDraft({
    name: 'categories',
    saved,
    merge: mergeList,
    refetch,
    method: 'settings.saveCategories',
    inputOf: (categories) => ({ categories: categoryInputs(categories) }),
    onRefused: setChosen,
  });
  const list = useListEditing({ draft, nameOf: words.nameOf, onShow: setChosen });
  const { value } = draft;
  const shown = value.find(({ id }) => id === chosen) ?? value[0];

  return (
    <ListEditorFrame draft={draft} list={list} fieldName={words.fieldName} wordsOf={words.clashValue}>
      <div className={classes.split}>
        <CategoryList
          categories={value}
          shown={shown?.id ?? null}
          errors={draft.errors}
          onChoose={setChosen}
          onAdd={() => list.add(newCategory(value, crypto.randomUUID()))}
        />
        {shown !== undefined && (
          <CategoryForm
            key={shown.id}
            category={shown}
            desks={desks}
            errors={list.errorsOf(shown)}
            onChange={list.put}
            onMove={(by) => draft.change(moved(value, shown, by))}
            onRemove={value.length > 1 ? () => list.remove(shown) : null}
          />
        )}
      </div>
    </ListEditorFrame>
  );
}
