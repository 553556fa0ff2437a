import { useForm } from '@mantine/form';
import type { A4Printer } from '../../../../src-shared/contract/printers.ts';
import { valuesOf } from './connection.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { PrinterForm, type RoleFormProps } from './printer-form.tsx';

export function A4Form({ saved, canChange, search }: RoleFormProps<A4Printer>) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { printer: { connection: valuesOf(saved?.connection) } },
  });
  const { connection } = form.values.printer;
  return (
    <PrinterForm
      {...{ role: 'a4', saved: saved?.connection, canChange, search, form }}
      toChange={() => {
        const { kind, name } = form.getValues().printer.connection;
        return { role: 'a4', printer: kind === 'none' ? null : { connection: { kind: 'queue', name } } };
      }}
    >
      <ConnectionFields
        kinds={['queue']}
        values={connection}
        inputProps={(name) => form.getInputProps(`printer.connection.${name}`)}
        onFound={() => undefined}
        search={search}
      />
    </PrinterForm>
  );
}
