import { notifyDone } from '../../components/notify.ts';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { settingsText } from './text.ts';
import { ToolPanel } from './tool-panel.tsx';

export function RebuildPanel() {
  const text = useText(settingsText);
  const rebuild = useCommand('system.rebuild');
  const run = async () => {
    const result = await rebuild.run({});
    if (result.ok) notifyDone(text.rebuilt);
  };
  return (
    <ToolPanel
      title={text.rebuild}
      lead={text.rebuildLead}
      actionLabel={text.rebuild}
      isRunning={rebuild.isRunning}
      onRun={() => void run()}
    >
      {rebuild.failure !== null && <StateError failure={rebuild.failure} />}
    </ToolPanel>
  );
}
