import { IconAlertTriangle } from '@tabler/icons-react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import type { Item } from '../../../lib/settings-drafts.ts';
import classes from './editors.module.css';
import type { ListErrors } from './list-editing.ts';
import { editorsText } from './text.ts';

/** How an item stands in the list. */
export type ItemLine = {
  readonly name: string;
  readonly hint: string;
  /** Before the name and at the end of the line. */
  readonly mark?: ReactNode;
  readonly end?: ReactNode;
  readonly style?: CSSProperties;
};

type ItemNavProps<T extends Item> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly shown: string | null;
  readonly errors: ListErrors;
  readonly lineOf: (item: T, index: number) => ItemLine;
  readonly onChoose: (id: string) => void;
  /** Below the items. */
  readonly children: ReactNode;
};

/** The items of which one is shown beside; the arrows go from one to the next. */
export function ItemNav<T extends Item>(props: ItemNavProps<T>) {
  const { label, items, shown, errors, lineOf, onChoose, children } = props;
  const text = useText(editorsText);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey) return;
    event.preventDefault();
    const place = items.findIndex(({ id }) => id === shown) + step;
    const next = items[place];
    if (next === undefined) return;
    onChoose(next.id);
    event.currentTarget.querySelectorAll('button')[place]?.focus();
  }

  return (
    <nav className={classes.items} aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item, index) => {
        const { name, hint, mark, end, style } = lineOf(item, index);
        return (
          <button
            key={item.id}
            type="button"
            className={classes.item}
            style={style}
            aria-current={item.id === shown ? 'true' : undefined}
            onClick={() => onChoose(item.id)}
          >
            {mark}
            <span className={classes.itemWords}>
              <span className={classes.itemName}>{name}</span>
              <span className={classes.itemHint}>{hint}</span>
            </span>
            {item.id in errors.byItem && (
              <IconAlertTriangle size={18} role="img" aria-label={text.hasErrors} className={classes.wrong} />
            )}
            {end}
          </button>
        );
      })}
      {children}
    </nav>
  );
}
