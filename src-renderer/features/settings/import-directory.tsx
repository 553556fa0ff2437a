import { Button, Code, FileButton, Stack, Table, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Note } from '../../components/note.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { directoryLine, switchboardSettingsText } from './switchboard-text.ts';

type Outcome = OutputOf<'switchboard.importDirectory'>;

/** A file is taken whole, or each of its bad lines is shown with what is wrong with it. */
export function ImportDirectory() {
  const text = useText(switchboardSettingsText);
  const importDirectory = useCommand('switchboard.importDirectory');
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const take = async (file: File | null) => {
    if (file === null) return;
    setOutcome(null);
    const result = await importDirectory.run({ csv: await file.text() });
    if (result.ok) setOutcome(result.value);
  };

  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">
        {text.heads}: <Code>{directoryLine}</Code>
      </Text>
      <FileButton accept=".csv,text/csv" onChange={(file) => void take(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={importDirectory.isRunning}
            leftSection={<IconFileUpload size={17} />}
          >
            {text.choose}
          </Button>
        )}
      </FileButton>
      <FormFailure failure={importDirectory.failure} />
      {outcome?.kind === 'imported' && (
        <Note tone="success">{text.imported(outcome.added, outcome.changed, outcome.unchanged)}</Note>
      )}
      {outcome?.kind === 'refused' && (
        <>
          <Note tone="danger">{text.refused(outcome.errors.length)}</Note>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={80}>{text.line}</Table.Th>
                <Table.Th>{text.error}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {outcome.errors.map(({ line, message }) => (
                <Table.Tr key={`${line} ${message}`}>
                  <Table.Td>{line}</Table.Td>
                  <Table.Td>{message}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </Stack>
  );
}
