import { useEffect, useState } from 'react';
import type { KioskCategory } from '../../../src-shared/contract/kiosk.ts';
import { useText } from '../../i18n/use-text.ts';
import { CategoryButton } from './category-button.tsx';
import classes from './kiosk.module.css';
import { PriorityChoice } from './priority-choice.tsx';
import { kioskText } from './text.ts';

type ChoosePageProps = {
  readonly categories: readonly KioskCategory[];
  readonly onChoose: (categoryCode: string, priority: boolean) => void;
};

/** Whoever chose a priority and went away must not leave it to the next visitor. */
const forgetAfterMs = 20_000;

export function ChoosePage({ categories, onChoose }: ChoosePageProps) {
  const text = useText(kioskText);
  const [isPriority, setPriority] = useState(false);

  useEffect(() => {
    if (!isPriority) return undefined;
    const timer = setTimeout(() => setPriority(false), forgetAfterMs);
    return () => clearTimeout(timer);
  }, [isPriority]);

  useEffect(() => {
    const listen = ({ key, repeat, ctrlKey, altKey }: KeyboardEvent) => {
      const category = /^[1-9]$/.test(key) ? categories[Number(key) - 1] : undefined;
      if (repeat || ctrlKey || altKey || category?.isOpen !== true) return;
      onChoose(category.code, isPriority);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [categories, isPriority, onChoose]);

  return (
    <main className={classes.choose}>
      <div className={classes.top}>
        <div>
          <h1 className={classes.title}>{text.title}</h1>
          <p className={classes.lead}>
            {categories.some(({ isOpen }) => isOpen) ? text.lead : text.noneOpen}
          </p>
        </div>
        <PriorityChoice isPriority={isPriority} onChange={setPriority} />
      </div>
      <section
        className={classes.categories}
        aria-label={text.services}
        data-count={categories.length}
        data-many={categories.length > 6}
      >
        {categories.map((category, index) => (
          <CategoryButton
            key={category.code}
            category={category}
            digit={index < 9 ? index + 1 : null}
            onChoose={() => onChoose(category.code, isPriority)}
          />
        ))}
      </section>
    </main>
  );
}
