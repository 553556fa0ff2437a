import { Button, Fieldset, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Form } from '../../components/form.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { useCommonText } from '../../i18n/use-text.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import classes from './settings.module.css';

type SettingsFormProps = {
  readonly onSave: () => Promise<void>;
  readonly isSaving: boolean;
  readonly canChange?: boolean;
  readonly failure: ScreenFailure | null;
  /** What came of trying the saved settings. */
  readonly outcome?: ReactNode;
  /** Beside the button that saves. */
  readonly actions?: ReactNode;
  /** The fields. */
  readonly children: ReactNode;
};

/** Settings of this PC that are saved together and can then be tried. */
export function SettingsForm({
  onSave,
  isSaving,
  canChange = true,
  failure,
  outcome,
  actions,
  children,
}: SettingsFormProps) {
  const common = useCommonText();
  return (
    <Form onSubmit={onSave}>
      <Fieldset variant="unstyled" m={0} disabled={!canChange}>
        <Stack className={classes.form} gap="md">
          {children}
          <FormFailure failure={failure} />
          {outcome}
          <Group gap="sm">
            <Button type="submit" loading={isSaving}>
              {common.save}
            </Button>
            {actions}
          </Group>
        </Stack>
      </Fieldset>
    </Form>
  );
}
