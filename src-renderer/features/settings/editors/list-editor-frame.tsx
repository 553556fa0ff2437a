import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Clash } from '../../../lib/merge-draft.ts';
import type { Item } from '../../../lib/settings-drafts.ts';
import { ClashNote } from './clash-note.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import type { ListDraft } from './use-list-draft.ts';
import type { ListEditing } from './use-list-editing.ts';

type ListEditorFrameProps<T extends Item> = {
  readonly draft: ListDraft<readonly T[]>;
  readonly list: Pick<ListEditing<T>, 'nameById' | 'takeTheirs'>;
  /** Said of a clash after the item's name, where items have more than one field that is told apart. */
  readonly fieldName?: (field: string) => string;
  /** What the other person saved, in words. */
  readonly wordsOf: (clash: Extract<Clash, { kind: 'field' }>) => string;
  readonly children: ReactNode;
};

/** Around the items of a list: what others saved meanwhile, what was refused, and the saving. */
export function ListEditorFrame<T extends Item>(props: ListEditorFrameProps<T>) {
  const { draft, list, fieldName, wordsOf, children } = props;

  function clashName(clash: Clash): string {
    const name = list.nameById(clash.id);
    return clash.kind === 'field' && fieldName ? `${name} · ${fieldName(clash.field)}` : name;
  }

  return (
    <Stack gap="md">
      <ClashNote
        name={draft.name}
        clashes={draft.clashes}
        nameOf={clashName}
        wordsOf={wordsOf}
        onTakeTheirs={list.takeTheirs}
      />
      {children}
      <SaveFailure failure={draft.failure} sentence={draft.errors.whole} />
      <SaveBar editing={draft} />
    </Stack>
  );
}
