import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import { fieldErrors } from '../../../lib/form-errors.ts';
import { type Clash, isSame } from '../../../lib/merge-draft.ts';
import type { ScreenFailure } from '../../../lib/screen-result.ts';
import type { Item } from '../../../lib/settings-drafts.ts';

/** Sentences by field, of one item of a list. */
export type ItemErrors = Readonly<Record<string, string>>;

export type ListErrors = {
  readonly byItem: Readonly<Record<string, ItemErrors>>;
  /** About the list as a whole. */
  readonly whole: string | undefined;
};

export const noErrors: ListErrors = { byItem: {}, whole: undefined };

/** The core's `categories.3.letter`, by the item that stood there when it was sent. */
export function listErrors(failure: ScreenFailure, list: string, sent: readonly Item[]): ListErrors {
  const errors = fieldErrors(failure);
  const byItem: Record<string, Record<string, string>> = {};
  for (const [path, message] of Object.entries(errors)) {
    const [name, index, field] = path.split('.');
    const item = name === list ? sent[Number(index)] : undefined;
    if (item !== undefined && field !== undefined) byItem[item.id] = { ...byItem[item.id], [field]: message };
  }
  return { byItem, whole: errors[list] };
}

/** What is still wrong after an item was changed: a refused field counts as mended once something else stands in it. */
export function withoutMended<T extends Item>(errors: ListErrors, before: T, after: T): ListErrors {
  const own = errors.byItem[after.id];
  if (own === undefined) return errors;
  const was = new Map(Object.entries(before));
  const changed = Object.entries(after).flatMap(([field, value]) =>
    isSame(was.get(field), value) ? [] : [field],
  );
  const left = Object.entries(own).filter(([field]) => !changed.includes(field));
  const { [after.id]: _, ...others } = errors.byItem;
  return {
    ...errors,
    byItem: left.length === 0 ? others : { ...others, [after.id]: Object.fromEntries(left) },
  };
}

/** The items with one of them a place earlier (-1) or later (1); as they are where it stands at the end. */
export function moved<T extends Item>(items: readonly T[], item: T, by: -1 | 1): readonly T[] {
  const place = items.indexOf(item);
  const other = items[place + by];
  if (other === undefined) return items;
  return items.with(place, other).with(place + by, item);
}

/** The items with what somebody else did in place of what was done here; one that they brought back stays. */
export function withTheirs<T extends Item>(items: readonly T[], clash: Clash): readonly T[] {
  switch (clash.kind) {
    case 'gone':
      return items.filter(({ id }) => id !== clash.id);
    case 'field':
      return items.map((item) => (item.id === clash.id ? { ...item, [clash.field]: clash.theirs } : item));
    case 'back':
      return items;
    default:
      return assertNever(clash);
  }
}
