import { useState } from 'react';
import { Note } from '../../components/note.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { settingsText } from './text.ts';
import { ToolPanel } from './tool-panel.tsx';

export function BackupPanel() {
  const text = useText(settingsText);
  const backUp = useCommand('system.backUp');
  const [file, setFile] = useState<string | null>(null);
  const run = async () => {
    const result = await backUp.run({});
    setFile(result.ok ? result.value.file : null);
  };
  return (
    <ToolPanel
      title={text.backup}
      lead={text.backupLead}
      actionLabel={text.backUp}
      isRunning={backUp.isRunning}
      onRun={() => void run()}
    >
      {backUp.failure !== null && <StateError failure={backUp.failure} />}
      {file !== null && <Note tone="success">{text.backedUp(file)}</Note>}
    </ToolPanel>
  );
}
