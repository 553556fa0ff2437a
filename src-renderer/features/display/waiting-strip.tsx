import type { DisplayState } from '../../../src-shared/contract/display.ts';
import { categoryGrounds } from '../../components/screen/category-colours.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './hall.module.css';
import { displayText } from './text.ts';

type ShownCategory = DisplayState['categories'][number];

/** Two rows of four; of more, those that concern nobody now are left out first. */
const most = 8;

export function WaitingStrip({ categories }: { readonly categories: readonly ShownCategory[] }) {
  const text = useText(displayText);
  const shown = fitting(categories);
  if (shown.length === 0) return null;
  return (
    <section className={css.waiting} aria-label={text.waiting}>
      <ul className={css.categories} style={{ '--columns': columnsFor(shown.length) }}>
        {shown.map((category) => (
          <li key={category.letter + category.name} className={css.category}>
            <span
              className={css.letter}
              style={{ '--category': categoryGrounds[category.colour] }}
              aria-hidden="true"
            >
              {category.letter}
            </span>
            <span className={css.categoryName}>{category.name}</span>
            <Standing category={category} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ category: { waiting, isOpen, estimatedWait } }: { readonly category: ShownCategory }) {
  const text = useText(displayText);
  if (!isOpen && waiting === 0) return <span className={css.count}>{text.closed}</span>;
  return (
    <span className={css.count}>
      {estimatedWait === null || waiting === 0
        ? text.waits(waiting)
        : text.waitsSoLong(waiting, estimatedWait.fromMinutes, estimatedWait.toMinutes)}
    </span>
  );
}

function fitting(categories: readonly ShownCategory[]): readonly ShownCategory[] {
  const matters = ({ isOpen, waiting }: ShownCategory) => waiting > 0 || isOpen;
  const inUse = categories.length <= most ? categories : categories.filter(matters);
  return inUse.slice(0, most);
}

function columnsFor(count: number): number {
  return count <= 4 ? count : Math.ceil(count / 2);
}
