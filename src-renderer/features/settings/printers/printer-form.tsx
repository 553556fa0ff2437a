import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PrinterChange, PrinterRole, RawConnection } from '../../../../src-shared/contract/printers.ts';
import { notifyDone } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { fieldErrors, focusFirstError, showErrors, showFieldErrors } from '../../../lib/form-errors.ts';
import type { ScreenFailure } from '../../../lib/screen-result.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { SettingsForm } from '../settings-form.tsx';
import { QueueStanding } from './queue-standing.tsx';
import { printersText } from './text.ts';
import type { PrinterSearch } from './use-printer-search.ts';

/** Of a role's printer. */
export type RoleFormProps<P> = {
  readonly saved: P | null;
  readonly canChange: boolean;
  readonly search: PrinterSearch;
};

type PrinterFormProps = {
  readonly role: PrinterRole;
  readonly saved: RawConnection | undefined;
  readonly canChange: boolean;
  readonly search: PrinterSearch;
  readonly form: {
    readonly isDirty: () => boolean;
    readonly setErrors: (errors: Record<string, string>) => void;
  };
  readonly toChange: () => PrinterChange;
  /** Beside the button for a test. */
  readonly trials?: ReactNode;
  readonly trialFailure?: ScreenFailure | null;
  readonly children: ReactNode;
};

/** Saves one role's printer and tries it as it is saved. */
export function PrinterForm({
  role,
  saved,
  canChange,
  search,
  form,
  toChange,
  trials,
  trialFailure = null,
  children,
}: PrinterFormProps) {
  const text = useText(printersText);
  const configure = useCommand('printer.configure');
  const test = useCommand('printer.test');
  const save = async () => {
    const result = await configure.run({ change: toChange() });
    if (result.ok) return notifyDone(text.saved);
    // The form holds what is changed, without the word around it.
    const errors = Object.entries(fieldErrors(result.error));
    showErrors(
      form,
      Object.fromEntries(errors.map(([path, words]) => [path.replace(/^change\./, ''), words])),
    );
    focusFirstError();
  };
  const tryIt = async () => {
    const result = await test.run({ role });
    if (result.ok) notifyDone(text.testSent);
    else showFieldErrors(form, result.error);
  };
  const isDirty = form.isDirty();
  return (
    <SettingsForm
      onSave={save}
      isSaving={configure.isRunning}
      canChange={canChange}
      failure={configure.failure ?? test.failure ?? trialFailure}
      actions={
        saved !== undefined && (
          <>
            <Button
              variant="default"
              loading={test.isRunning}
              disabled={isDirty}
              onClick={() => void tryIt()}
            >
              {text.test}
            </Button>
            {trials}
            {isDirty && (
              <Text size="xs" c="var(--bk-muted)">
                {text.testNeedsSave}
              </Text>
            )}
          </>
        )
      }
    >
      {children}
      {saved?.kind === 'queue' && <QueueStanding role={role} queue={saved.name} search={search} />}
    </SettingsForm>
  );
}
