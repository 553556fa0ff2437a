import { Stack } from '@mantine/core';
import { useState } from 'react';
import { showUndo } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { type Clash, mergeList } from '../../../lib/merge-draft.ts';
import { type UnitDraft, useSettingsDrafts } from '../../../lib/settings-drafts.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { ClashNote } from './clash-note.tsx';
import classes from './editors.module.css';
import { listErrors, noErrors, withoutMended } from './list-editing.ts';
import { placesText } from './places-text.ts';
import { SaveBar } from './save-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import { editorsText } from './text.ts';
import { UnitForm } from './unit-form.tsx';
import { UnitList } from './unit-list.tsx';
import { type BranchDocuments, useDraft } from './use-draft.ts';

type UnitsEditorProps = {
  readonly saved: readonly UnitDraft[];
  readonly refetch: () => Promise<{ readonly data: BranchDocuments | undefined }>;
};

export function UnitsEditor({ saved, refetch }: UnitsEditorProps) {
  const text = useText(editorsText);
  const places = useText(placesText);
  const command = useCommand('settings.saveUnits');
  const [chosen, setChosen] = useState<string | null>(null);
  const [errors, setErrors] = useState(noErrors);
  const editing = useDraft({
    name: 'units',
    saved,
    merge: mergeList,
    send: async (value) => {
      const result = await command.run({
        units: value.map(({ id: _id, isNew: _isNew, teamCodes, memberIds, ...unit }) => ({
          ...unit,
          ...{ teamCodes: [...teamCodes], memberIds: [...memberIds] },
        })),
      });
      const refused = result.ok ? noErrors : listErrors(result.error, 'units', value);
      setErrors(refused);
      const wrong = value.find(({ id }) => id in refused.byItem);
      if (wrong !== undefined) setChosen(wrong.id);
      return result;
    },
    refetch,
  });
  const { value, change, clashes } = editing;
  const shown = value.find(({ id }) => id === chosen) ?? value[0];
  const nameOf = (unit: UnitDraft | undefined) => unit?.unitName || unit?.unitCode || places.newUnit;

  function put(next: UnitDraft): void {
    change(value.map((unit) => (unit.id === next.id ? next : unit)));
    const before = value.find(({ id }) => id === next.id);
    if (before !== undefined) setErrors(withoutMended(errors, before, next));
  }
  function add(): void {
    const id = crypto.randomUUID();
    const empty = { unitCode: '', unitName: '', teamCodes: [], teamsAddress: '', memberIds: [] };
    change([...value, { id, isNew: true, ...empty }]);
    setChosen(id);
  }
  function remove(unit: UnitDraft): void {
    const place = value.indexOf(unit);
    change(value.filter((other) => other !== unit));
    setChosen(value[place + 1]?.id ?? value[place - 1]?.id ?? null);
    showUndo({
      message: text.removed(nameOf(unit)),
      onUndo: () => {
        const now = useSettingsDrafts.getState().drafts.units?.value ?? saved;
        if (now.every(({ id }) => id !== unit.id)) change(now.toSpliced(place, 0, unit));
        setChosen(unit.id);
      },
    });
  }
  function takeTheirs(clash: Clash): void {
    if (clash.kind === 'gone') change(value.filter(({ id }) => id !== clash.id));
    else if (clash.kind === 'field')
      change(value.map((unit) => (unit.id === clash.id ? { ...unit, [clash.field]: clash.theirs } : unit)));
  }

  return (
    <Stack gap="md">
      <ClashNote
        name="units"
        clashes={clashes}
        nameOf={({ id }) => nameOf([...value, ...saved].find((unit) => unit.id === id))}
        wordsOf={({ theirs }) => (Array.isArray(theirs) ? String(theirs.length) : `“${theirs}”`)}
        onTakeTheirs={takeTheirs}
      />
      <div className={classes.split}>
        <UnitList
          units={value}
          shown={shown?.id ?? null}
          wrong={new Set(Object.keys(errors.byItem))}
          nameOf={nameOf}
          onChoose={setChosen}
          onAdd={add}
        />
        {shown !== undefined && (
          <UnitForm
            key={shown.id}
            unit={shown}
            name={nameOf(shown)}
            errors={errors.byItem[shown.id] ?? {}}
            onChange={put}
            onRemove={() => remove(shown)}
          />
        )}
      </div>
      <SaveFailure failure={command.failure} sentence={errors.whole} />
      <SaveBar editing={editing} />
    </Stack>
  );
}
