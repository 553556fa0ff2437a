import { VisuallyHidden } from '@mantine/core';
import type { QueueCategory } from '../../../src-shared/contract/ticket.ts';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import classes from './reception.module.css';
import { receptionText } from './text.ts';

type CategoryKeysProps = {
  readonly categories: readonly QueueCategory[];
  readonly isPriority: boolean;
  /** Not while the branch's hub is away. */
  readonly canIssue: boolean;
  readonly onIssue: (categoryCode: string) => void;
};

type Words = (typeof receptionText)['tr'];

/** F1 … F8; a ninth category has a key on the screen only. */
const keyCount = 8;

/** One row up to four, then two rows as even as they get. */
function columnsFor(count: number): number {
  return count <= 4 ? count : Math.ceil(count / 2);
}

export function CategoryKeys({ categories, isPriority, canIssue, onIssue }: CategoryKeysProps) {
  const text = useText(receptionText);
  useKeys(
    categories.slice(0, keyCount).map(({ code, name, isOpen }, index) => ({
      key: `F${index + 1}`,
      label: text.issueFor(name),
      run: () => onIssue(code),
      isEnabled: isOpen && canIssue,
    })),
  );
  if (categories.length === 0) return <StateEmpty title={text.noCategories} />;
  return (
    <section
      className={classes.keys}
      style={{ '--columns': columnsFor(categories.length) }}
      aria-label={text.issueTitle}
    >
      {categories.map(({ code, name, letter, colour, ...category }, index) => (
        <button
          key={code}
          type="button"
          className={classes.key}
          data-priority={isPriority}
          data-closed={!category.isOpen || !canIssue}
          disabled={!category.isOpen || !canIssue}
          style={{ '--tint': `var(--mantine-color-${colour}-filled)` }}
          aria-keyshortcuts={index < keyCount ? ariaKey(`F${index + 1}`) : undefined}
          onClick={() => onIssue(code)}
        >
          <span className={classes.letter} aria-hidden>
            {letter}
          </span>
          <span className={classes.name} aria-hidden>
            {name}
          </span>
          <VisuallyHidden>{text.issueFor(name)}</VisuallyHidden>
          <span className={classes.keyFoot}>
            {footOf(category, text)}
            {index < keyCount && <KeyHint keyName={`F${index + 1}`} />}
          </span>
        </button>
      ))}
    </section>
  );
}

type Standing = Pick<QueueCategory, 'waiting' | 'isOpen' | 'opensAt' | 'closesAt' | 'estimatedWait'>;

/** How many wait and how long it will take, or when numbers are given. */
function footOf({ waiting, isOpen, opensAt, closesAt, estimatedWait }: Standing, text: Words): string {
  if (!isOpen) return text.closed(opensAt, closesAt);
  const count = text.waitingIn(waiting);
  if (estimatedWait === null) return count;
  return `${count} · ${text.estimated(estimatedWait.fromMinutes, estimatedWait.toMinutes)}`;
}
