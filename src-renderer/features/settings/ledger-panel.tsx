import { formatNumber } from '../../../src-shared/text/format.ts';
import { Note } from '../../components/note.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { settingsText } from './text.ts';
import { ToolPanel } from './tool-panel.tsx';

export function LedgerPanel() {
  const text = useText(settingsText);
  const check = useQueryMethod('system.verifyLedger', {}, { enabled: false });
  return (
    <ToolPanel
      title={text.ledger}
      lead={text.ledgerLead}
      actionLabel={text.verify}
      isRunning={check.isFetching}
      onRun={() => void check.refetch()}
    >
      {check.error !== null && <StateError failure={check.error} />}
      {check.data !== undefined && !check.isFetching && check.error === null && (
        <Note tone={check.data.fault === null ? 'success' : 'danger'}>
          {check.data.fault === null
            ? text.ledgerFine(formatNumber(check.data.entries), check.data.logs)
            : text.ledgerFault(check.data.fault.log, check.data.fault.seq)}
        </Note>
      )}
    </ToolPanel>
  );
}
