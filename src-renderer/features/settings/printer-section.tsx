import { QueryView } from '../../components/query-view.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { PrinterForm } from './printer-form.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { settingsText } from './text.ts';

export function PrinterSection({ canChange }: { readonly canChange: boolean }) {
  const text = useText(settingsText);
  const labels = useLabels();
  const printer = useQueryMethod('printer.get', {});
  return (
    <SettingsPanel
      title={labels.settingsSection.printer}
      lead={canChange ? text.printerLead : `${text.printerLead} ${text.onlyAdministrator}`}
    >
      <QueryView query={printer}>
        {(data) => (
          <PrinterForm saved={data.printer} canChange={canChange} key={JSON.stringify(data.printer)} />
        )}
      </QueryView>
    </SettingsPanel>
  );
}
