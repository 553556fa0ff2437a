import { useState } from 'react';
import { showUndo } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { Clash } from '../../../lib/merge-draft.ts';
import type { Item } from '../../../lib/settings-drafts.ts';
import { type ItemErrors, withTheirs } from './list-editing.ts';
import { editorsText } from './text.ts';
import type { ListDraft } from './use-list-draft.ts';

type ListEditingOptions<T extends Item> = {
  readonly draft: ListDraft<readonly T[]>;
  readonly nameOf: (item: T | undefined) => string;
  /** An item that was added, after a removal the one beside it, and the removed one itself once it is back. */
  readonly onShow?: (id: string | null) => void;
};

export type ListEditing<T extends Item> = {
  readonly errorsOf: (item: T) => ItemErrors;
  /** Was added last: gets the keyboard when it appears. */
  readonly isAdded: (item: T) => boolean;
  readonly put: (item: T) => void;
  readonly add: (item: T) => void;
  /** Can be taken back for as long as its notice is shown. */
  readonly remove: (item: T) => void;
  readonly takeTheirs: (clash: Clash) => void;
  /** Also of an item that is not on the list any more. */
  readonly nameById: (id: string) => string;
};

/** What is done to the items of a list that is changed in the settings. */
export function useListEditing<T extends Item>(options: ListEditingOptions<T>): ListEditing<T> {
  const { draft, nameOf, onShow } = options;
  const { value, saved, errors, change, latest, mended } = draft;
  const text = useText(editorsText);
  const [added, setAdded] = useState<string | null>(null);

  return {
    errorsOf: ({ id }) => errors.byItem[id] ?? {},
    isAdded: ({ id }) => id === added,
    put: (item) => {
      change(value.map((other) => (other.id === item.id ? item : other)));
      const before = value.find(({ id }) => id === item.id);
      if (before !== undefined) mended(before, item);
    },
    add: (item) => {
      change([...value, item]);
      setAdded(item.id);
      onShow?.(item.id);
    },
    remove: (item) => {
      const place = value.indexOf(item);
      change(value.filter((other) => other !== item));
      onShow?.(value[place + 1]?.id ?? value[place - 1]?.id ?? null);
      showUndo({
        message: text.removed(nameOf(item)),
        onUndo: () => {
          const now = latest();
          if (now.every(({ id }) => id !== item.id)) change(now.toSpliced(place, 0, item));
          onShow?.(item.id);
        },
      });
    },
    takeTheirs: (clash) => change(withTheirs(value, clash)),
    nameById: (id) => nameOf([...value, ...saved].find((item) => item.id === id)),
  };
}
