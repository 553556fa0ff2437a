import { Button, Menu } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import type { AskedSheet } from '../../../src-shared/contract/document.ts';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { SheetDialog } from '../../components/paper/sheet-dialog.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { applicationFileText } from './text.ts';

const keyName = 'F7';

/** The A4 documents that this application has by now, each as it comes out of the printer. */
export function SheetsMenu({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<AskedSheet | null>(null);
  useKeys([{ key: keyName, label: text.actions.sheets, run: () => setOpen(true) }]);
  return (
    <>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconFileText size={16} aria-hidden />}
            rightSection={<KeyHint keyName={keyName} />}
            aria-keyshortcuts={ariaKey(keyName)}
          >
            {text.actions.sheets}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {sheetsOf(file).map((sheet) => (
            <Menu.Item key={sheet.document} onClick={() => setShown(sheet)}>
              {labels.document[sheet.document]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {shown !== null && <SheetDialog sheet={shown} onClose={() => setShown(null)} />}
    </>
  );
}

/** A letter goes to whoever has a name, once there is an outcome. */
function sheetsOf({ id: applicationId, closing, applicant }: ApplicationFile): readonly AskedSheet[] {
  const hasLetter = closing !== null && applicant.kind !== 'anonymous';
  return [
    { document: 'contact_form', applicationId },
    { document: 'application_receipt_a4', applicationId },
    ...(hasLetter ? [{ document: 'decision_letter', applicationId } as const] : []),
  ];
}
