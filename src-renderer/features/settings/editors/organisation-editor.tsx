import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Organisation } from '../../../../src-shared/rules/organisation.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { fieldErrors } from '../../../lib/form-errors.ts';
import { mergeRecord } from '../../../lib/merge-draft.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { ClashNote } from './clash-note.tsx';
import { LogoField } from './logo-field.tsx';
import classes from './organisation.module.css';
import { OrganisationPreview } from './organisation-preview.tsx';
import { organisationText } from './organisation-text.ts';
import { SaveBar } from './save-bar.tsx';
import { type BranchDocuments, useDraft } from './use-draft.ts';

type OrganisationEditorProps = {
  readonly saved: Organisation;
  readonly refetch: () => Promise<{ readonly data: BranchDocuments | undefined }>;
};

type Line = Exclude<keyof Organisation, 'isApproved'>;
type Shape = { readonly field: Line; readonly max: number; readonly isWide: boolean; readonly rows?: number };

/** In the order of the letter: whose it is, where they are, what it ends with. */
const shapes: readonly Shape[] = [
  { field: 'name', max: 120, isWide: true },
  { field: 'shortName', max: 24, isWide: false },
  { field: 'phones', max: 120, isWide: false },
  { field: 'address', max: 160, isWide: true },
  { field: 'website', max: 100, isWide: false },
  { field: 'kep', max: 100, isWide: false },
  { field: 'mersis', max: 20, isWide: false },
  { field: 'signatory', max: 120, isWide: false },
  { field: 'letterClosing', max: 1000, isWide: true, rows: 2 },
  { field: 'objectionInfo', max: 2000, isWide: true, rows: 5 },
  { field: 'footer', max: 160, isWide: true },
];

export function OrganisationEditor({ saved, refetch }: OrganisationEditorProps) {
  const text = useText(organisationText);
  const command = useCommand('settings.saveOrganisation');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const editing = useDraft({
    name: 'organisation',
    saved,
    merge: mergeRecord,
    send: async (organisation) => {
      const result = await command.run({ organisation });
      setErrors(result.ok ? {} : fieldErrors(result.error));
      return result;
    },
    refetch,
  });
  const { value, change, clashes } = editing;
  const names: Readonly<Record<string, string>> = text.fields;

  function set(part: Partial<Organisation>): void {
    change({ ...value, ...part });
    const mended = Object.keys(part).map((field) => `organisation.${field}`);
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([path]) => !mended.includes(path))));
  }

  return (
    <div className={classes.split}>
      <Stack gap="md" className={classes.form}>
        <ClashNote
          name="organisation"
          clashes={clashes}
          nameOf={(clash) => (clash.kind === 'field' ? (names[clash.field] ?? clash.field) : clash.id)}
          wordsOf={({ theirs }) => `“${theirs}”`}
          onTakeTheirs={(clash) =>
            clash.kind === 'field' && change({ ...value, [clash.field]: clash.theirs })
          }
        />
        <LogoField />
        <div className={classes.fields}>
          {shapes.map((shape) => (
            <Field
              key={shape.field}
              shape={shape}
              label={text.fields[shape.field]}
              value={value[shape.field]}
              error={errors[`organisation.${shape.field}`]}
              onChange={(words) => set({ [shape.field]: words })}
            />
          ))}
          <Checkbox
            className={classes.wide}
            label={text.fields.isApproved}
            description={value.isApproved ? undefined : text.draft}
            checked={value.isApproved}
            onChange={({ currentTarget }) => set({ isApproved: currentTarget.checked })}
          />
        </div>
        <FormFailure failure={command.failure} />
        <SaveBar editing={editing} />
      </Stack>
      <OrganisationPreview organisation={value} />
    </div>
  );
}

type FieldProps = {
  readonly shape: Shape;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

function Field({ shape: { field, max, isWide, rows }, onChange, ...rest }: FieldProps) {
  const own = {
    ...rest,
    className: isWide ? classes.wide : undefined,
    maxLength: max,
    required: field === 'name' || field === 'shortName',
  };
  if (rows === undefined)
    return <TextInput {...own} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
  return (
    <Textarea
      {...own}
      autosize
      minRows={rows}
      maxRows={10}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
