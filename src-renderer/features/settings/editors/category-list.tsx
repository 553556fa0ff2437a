import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { ariaKey, KeyHint } from '../../../components/key-hint.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useKeys } from '../../../lib/keys.ts';
import type { CategoryDraft } from '../../../lib/settings-drafts.ts';
import { useCategoryWords } from './category-words.ts';
import classes from './editors.module.css';
import { editorsText } from './text.ts';

const addKey = 'alt+N';
const mostCategories = 30;
const keysAtReception = 8;

type CategoryListProps = {
  readonly categories: readonly CategoryDraft[];
  readonly shown: string | null;
  readonly wrong: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
};

/** The categories as reception has them; the arrows go from one to the next. */
export function CategoryList({ categories, shown, wrong, onChoose, onAdd }: CategoryListProps) {
  const text = useText(editorsText);
  const isFull = categories.length >= mostCategories;
  useKeys([{ key: addKey, label: text.addCategory, run: onAdd, isEnabled: !isFull }]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey) return;
    event.preventDefault();
    const place = categories.findIndex(({ id }) => id === shown) + step;
    const next = categories[place];
    if (next === undefined) return;
    onChoose(next.id);
    event.currentTarget.querySelectorAll('button')[place]?.focus();
  }

  return (
    <nav className={classes.items} aria-label={text.categoryList} onKeyDown={onKeyDown}>
      {categories.map((category, index) => (
        <CategoryRow
          key={category.id}
          category={category}
          receptionKey={index < keysAtReception ? `F${index + 1}` : null}
          isShown={category.id === shown}
          isWrong={wrong.has(category.id)}
          onChoose={() => onChoose(category.id)}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        mt="xs"
        disabled={isFull}
        leftSection={<IconPlus size={16} />}
        rightSection={<KeyHint keyName={addKey} />}
        aria-keyshortcuts={ariaKey(addKey)}
        onClick={onAdd}
      >
        {text.addCategory}
      </Button>
    </nav>
  );
}

type CategoryRowProps = {
  readonly category: CategoryDraft;
  readonly receptionKey: string | null;
  readonly isShown: boolean;
  readonly isWrong: boolean;
  readonly onChoose: () => void;
};

function CategoryRow({ category, receptionKey, isShown, isWrong, onChoose }: CategoryRowProps) {
  const text = useText(editorsText);
  const words = useCategoryWords();
  const { letter, colour, deskCodes } = category;
  return (
    <button
      type="button"
      className={classes.item}
      style={{ '--tint': `var(--mantine-color-${colour}-filled)` }}
      aria-current={isShown ? 'true' : undefined}
      onClick={onChoose}
    >
      <span className={classes.letter}>{letter}</span>
      <span className={classes.itemWords}>
        <span className={classes.itemName}>{words.nameOf(category)}</span>
        <span className={classes.itemHint}>
          {`${words.hoursOf(category)} · ${deskCodes === null ? text.allDesks : deskCodes.join(', ')}`}
        </span>
      </span>
      {isWrong && (
        <IconAlertTriangle size={18} role="img" aria-label={text.hasErrors} className={classes.wrong} />
      )}
      {receptionKey !== null && <KeyHint keyName={receptionKey} />}
    </button>
  );
}
