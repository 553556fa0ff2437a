import type { CSSProperties } from 'react';
import type { KioskCategory } from '../../../src-shared/contract/kiosk.ts';
import { categoryGrounds } from '../../components/screen/category-colours.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './kiosk.module.css';
import { type KioskWords, kioskText } from './text.ts';

type CategoryButtonProps = {
  readonly category: KioskCategory;
  /** 1 to 9; null for a tenth. */
  readonly digit: number | null;
  readonly onChoose: () => void;
};

export function CategoryButton({ category, digit, onChoose }: CategoryButtonProps) {
  const text = useText(kioskText);
  const { name, letter, colour, isOpen } = category;
  return (
    <button
      type="button"
      className={classes.category}
      style={{ '--ground': categoryGrounds[colour] } as CSSProperties}
      disabled={!isOpen}
      aria-keyshortcuts={digit === null ? undefined : String(digit)}
      onClick={onChoose}
    >
      <span className={classes.letter} aria-hidden>
        {letter}
      </span>
      <span className={classes.name}>{name}</span>
      <span className={classes.standing}>
        {standingOf(category, text).map((part, index) => (
          <span key={part}>{index === 0 ? part : ` · ${part}`}</span>
        ))}
      </span>
    </button>
  );
}

/** How many wait and how long it will take, or why no number is given now. */
function standingOf(category: KioskCategory, text: KioskWords): readonly string[] {
  const { isOpen, isUsedUp, opensAt, closesAt, waiting, estimatedWait } = category;
  if (isUsedUp) return [text.usedUp];
  if (!isOpen) return [text.hours(opensAt, closesAt)];
  const count = text.waiting(waiting);
  if (estimatedWait === null || waiting === 0) return [count];
  return [count, text.wait(estimatedWait.fromMinutes, estimatedWait.toMinutes)];
}
