import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import { mergeList } from '../../../lib/merge-draft.ts';
import type { UnitDraft } from '../../../lib/settings-drafts.ts';
import classes from './editors.module.css';
import { ListEditorFrame } from './list-editor-frame.tsx';
import { placesText } from './places-text.ts';
import { UnitForm } from './unit-form.tsx';
import { UnitList } from './unit-list.tsx';
import { type ListEditorProps, useListDraft } from './use-list-draft.ts';
import { useListEditing } from './use-list-editing.ts';

const blank = { isNew: true, unitCode: '', unitName: '', teamCodes: [], teamsAddress: '', memberIds: [] };

export function UnitsEditor({ saved, refetch }: ListEditorProps<UnitDraft>) {
  const places = useText(placesText);
  const [chosen, setChosen] = useState<string | null>(null);
  const draft = useListDraft({
    name: 'units',
    saved,
    merge: mergeList,
    refetch,
    method: 'settings.saveUnits',
    inputOf: (units) => ({
      units: units.map(({ id: _id, isNew: _isNew, teamCodes, memberIds, ...unit }) => ({
        ...unit,
        ...{ teamCodes: [...teamCodes], memberIds: [...memberIds] },
      })),
    }),
    onRefused: setChosen,
  });
  const nameOf = (unit: UnitDraft | undefined) => unit?.unitName || unit?.unitCode || places.newUnit;
  const list = useListEditing({ draft, nameOf, onShow: setChosen });
  const { value } = draft;
  const shown = value.find(({ id }) => id === chosen) ?? value[0];

  return (
    <ListEditorFrame
      draft={draft}
      list={list}
      wordsOf={({ theirs }) => (Array.isArray(theirs) ? String(theirs.length) : `“${theirs}”`)}
    >
      <div className={classes.split}>
        <UnitList
          units={value}
          shown={shown?.id ?? null}
          errors={draft.errors}
          nameOf={nameOf}
          onChoose={setChosen}
          onAdd={() => list.add({ ...blank, id: crypto.randomUUID() })}
        />
        {shown !== undefined && (
          <UnitForm
            key={shown.id}
            unit={shown}
            name={nameOf(shown)}
            errors={list.errorsOf(shown)}
            onChange={list.put}
            onRemove={() => list.remove(shown)}
          />
        )}
      </div>
    </ListEditorFrame>
  );
}
