import { Button, List, Stack } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { StateError } from '../../../components/state-error.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import classes from '../settings.module.css';
import { SettingsPanel } from '../settings-panel.tsx';
import { A4Form } from './a4-form.tsx';
import { LabelForm } from './label-form.tsx';
import { SlipForm } from './slip-form.tsx';
import { printersText } from './text.ts';
import { usePrinterSearch } from './use-printer-search.ts';

/** This PC's printers, one of each kind, and what to do where no paper comes out. */
export function PrinterSection({ canChange }: { readonly canChange: boolean }) {
  const text = useText(printersText);
  const printers = useQueryMethod('printer.get', {});
  const hasQueue = Object.values(printers.data ?? {}).some((printer) => printer?.connection.kind === 'queue');
  const search = usePrinterSearch(canChange, hasQueue);
  const lead = (words: string) => (canChange ? words : `${words} ${text.onlyAdministrator}`);
  return (
    <Stack gap="md">
      <QueryView query={printers}>
        {({ slip, label, a4 }) => (
          <>
            <SettingsPanel
              title={text.slip.title}
              lead={lead(text.slip.lead)}
              actions={
                canChange && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconRefresh size={15} />}
                    loading={search.isSearching}
                    onClick={search.again}
                  >
                    {text.find}
                  </Button>
                )
              }
            >
              {search.failure !== null && <StateError failure={search.failure} />}
              <SlipForm saved={slip} {...{ canChange, search }} key={JSON.stringify(slip)} />
            </SettingsPanel>
            <SettingsPanel title={text.label.title} lead={lead(text.label.lead)}>
              <LabelForm saved={label} {...{ canChange, search }} key={JSON.stringify(label)} />
            </SettingsPanel>
            <SettingsPanel title={text.a4.title} lead={lead(text.a4.lead)}>
              <A4Form saved={a4} {...{ canChange, search }} key={JSON.stringify(a4)} />
            </SettingsPanel>
          </>
        )}
      </QueryView>
      <Panel title={text.help}>
        <List size="sm" spacing={6} className={classes.lead}>
          {text.helpLines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Panel>
    </Stack>
  );
}
