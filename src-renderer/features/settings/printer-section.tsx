import { Text } from '@mantine/core';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { PrinterForm } from './printer-form.tsx';
import { settingsText } from './text.ts';

export function PrinterSection({ canChange }: { readonly canChange: boolean }) {
  const text = useText(settingsText);
  const printer = useQueryMethod('printer.get', {});
  return (
    <Panel title={text.printer}>
      <Text size="sm" c="var(--bk-muted)" mb="md">
        {text.printerLead} {!canChange && text.onlyAdministrator}
      </Text>
      <QueryView query={printer}>
        {(data) => (
          <PrinterForm saved={data.printer} canChange={canChange} key={JSON.stringify(data.printer)} />
        )}
      </QueryView>
    </Panel>
  );
}
