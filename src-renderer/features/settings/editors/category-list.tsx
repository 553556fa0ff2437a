import { KeyHint } from '../../../components/key-hint.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { CategoryDraft } from '../../../lib/settings-drafts.ts';
import { AddButton } from './add-button.tsx';
import { useCategoryWords } from './category-words.ts';
import classes from './editors.module.css';
import { type ItemLine, ItemNav } from './item-nav.tsx';
import type { ListErrors } from './list-editing.ts';
import { editorsText } from './text.ts';

const mostCategories = 30;
const keysAtReception = 8;

type CategoryListProps = {
  readonly categories: readonly CategoryDraft[];
  readonly shown: string | null;
  readonly errors: ListErrors;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
};

/** The categories as reception has them. */
export function CategoryList({ categories, shown, errors, onChoose, onAdd }: CategoryListProps) {
  const text = useText(editorsText);
  const words = useCategoryWords();

  function lineOf(category: CategoryDraft, index: number): ItemLine {
    const { letter, colour, deskCodes } = category;
    return {
      name: words.nameOf(category),
      hint: `${words.hoursOf(category)} · ${deskCodes === null ? text.allDesks : deskCodes.join(', ')}`,
      mark: <span className={classes.letter}>{letter}</span>,
      end: index < keysAtReception ? <KeyHint keyName={`F${index + 1}`} /> : null,
      style: { '--tint': `var(--mantine-color-${colour}-filled)` },
    };
  }

  return (
    <ItemNav
      label={text.categoryList}
      items={categories}
      shown={shown}
      errors={errors}
      lineOf={lineOf}
      onChoose={onChoose}
    >
      <AddButton label={text.addCategory} onAdd={onAdd} isFull={categories.length >= mostCategories} />
    </ItemNav>
  );
}
