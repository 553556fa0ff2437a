import { useText } from '../../../i18n/use-text.ts';
import { mergeList } from '../../../lib/merge-draft.ts';
import type { DeskDraft } from '../../../lib/settings-drafts.ts';
import { AddButton } from './add-button.tsx';
import { DeskRow } from './desk-row.tsx';
import classes from './editors.module.css';
import { ListEditorFrame } from './list-editor-frame.tsx';
import { editorsText } from './text.ts';
import { type ListEditorProps, useListDraft } from './use-list-draft.ts';
import { useListEditing } from './use-list-editing.ts';

const mostDesks = 99;

export function DesksEditor({ saved, refetch }: ListEditorProps<DeskDraft>) {
  const text = useText(editorsText);
  const draft = useListDraft({
    name: 'desks',
    saved,
    merge: mergeList,
    refetch,
    method: 'settings.saveDesks',
    inputOf: (desks) => ({ desks: desks.map(({ deskCode, deskName }) => ({ deskCode, deskName })) }),
  });
  const nameOf = (desk: DeskDraft | undefined) => desk?.deskName || desk?.deskCode || text.newDesk;
  const list = useListEditing({ draft, nameOf });
  const { value } = draft;

  return (
    <ListEditorFrame draft={draft} list={list} wordsOf={({ theirs }) => `“${theirs}”`}>
      <ul className={classes.desks}>
        {value.map((desk) => (
          <DeskRow
            key={desk.id}
            desk={desk}
            errors={list.errorsOf(desk)}
            isFocused={list.isAdded(desk)}
            name={nameOf(desk)}
            onChange={list.put}
            onRemove={value.length > 1 ? () => list.remove(desk) : null}
          />
        ))}
      </ul>
      <AddButton
        label={text.addDesk}
        onAdd={() => list.add({ id: crypto.randomUUID(), isNew: true, deskCode: '', deskName: '' })}
        isFull={value.length >= mostDesks}
      />
    </ListEditorFrame>
  );
}
