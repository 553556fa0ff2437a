import { Button, Stack, Text } from '@mantine/core';
import { IconFileShredder } from '@tabler/icons-react';
import type { DestructionRun } from '../../../../src-shared/contract/retention.ts';
import { formatDate } from '../../../../src-shared/text/format.ts';
import { StateEmpty } from '../../../components/state-empty.tsx';
import { StateError } from '../../../components/state-error.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { RunCard } from './run-card.tsx';
import { retentionText } from './text.ts';

type RunsPanelProps = { readonly runs: readonly DestructionRun[]; readonly nextProposalAt: string };

export function RunsPanel({ runs, nextProposalAt }: RunsPanelProps) {
  const text = useText(retentionText);
  const labels = useLabels();
  const propose = useCommand('retention.propose');
  const isOpen = runs.some(({ state, reason }) => state === 'proposed' && reason === 'periodic');
  return (
    <SettingsPanel
      title={labels.settingsSection.retention}
      lead={text.lead}
      actions={
        <Button
          size="xs"
          variant="default"
          disabled={isOpen}
          loading={propose.isRunning}
          onClick={() => void propose.run({})}
        >
          {text.propose}
        </Button>
      }
    >
      <Stack gap="sm">
        {propose.failure !== null && <StateError failure={propose.failure} />}
        {runs.length === 0 && (
          <StateEmpty
            icon={<IconFileShredder size={32} stroke={1.4} />}
            title={text.noRuns}
            hint={text.noRunsHint}
          />
        )}
        {runs.map((run) => (
          <RunCard key={run.id} run={run} />
        ))}
        <Text size="xs" c="var(--bk-muted)">
          {text.nextProposal(formatDate(nextProposalAt))}
        </Text>
      </Stack>
    </SettingsPanel>
  );
}
