import { Button, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconHelpCircle, IconPlugConnectedX } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { BranchPc } from '../../../../src-shared/contract/branch.ts';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { formatDate, formatDateTime } from '../../../../src-shared/text/format.ts';
import { ConfirmBar } from '../../../components/confirm-bar.tsx';
import { notifyDone, notifyFailure } from '../../../components/notify.ts';
import { Panel } from '../../../components/panel.tsx';
import { StateEmpty } from '../../../components/state-empty.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { RecordTable } from '../record-table.tsx';
import { pcsText } from './text.ts';

type PcTableProps = { readonly branch: OutputOf<'branch.state'>; readonly isAdministrator: boolean };

export function PcTable({ branch, isAdministrator }: PcTableProps) {
  const text = useText(pcsText);
  const withdraw = useCommand('branch.withdraw');
  const [asked, setAsked] = useState<string | null>(null);
  const { connection, pcs } = branch;
  const isHub = connection.role === 'hub';

  async function remove({ fingerprint, name }: BranchPc): Promise<void> {
    const result = await withdraw.run({ fingerprint });
    setAsked(null);
    if (result.ok) notifyDone(text.withdrew(name));
    else notifyFailure(result.error);
  }

  return (
    <Panel title={text.pcs}>
      {pcs.length === 0 ? (
        <StateEmpty title={text.noPcs} hint={text.noPcsHint} />
      ) : (
        <RecordTable heads={[text.name, text.number, text.state, text.since]}>
          {inOrder(pcs).map((pc) => (
            <Fragment key={pc.fingerprint}>
              <Table.Tr c={pc.withdrawnAt === null ? 'var(--bk-text)' : 'var(--bk-muted)'}>
                <Table.Td fw={600}>
                  {pc.name}
                  <Text span size="sm" c="var(--bk-muted)" ml={6}>
                    {[pc.isHub && text.hub, pc.isSelf && text.self].filter(Boolean).join(', ')}
                  </Text>
                </Table.Td>
                <Table.Td>{pc.workstationNo}</Table.Td>
                <Table.Td>
                  <PcState pc={pc} seesAll={isHub} lostAt={connection.lostAt} />
                </Table.Td>
                <Table.Td>{formatDate(pc.trustedAt)}</Table.Td>
                <Table.Td ta="right">
                  {isAdministrator && pc.withdrawnAt === null && !pc.isHub && !pc.isSelf && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={text.withdrawPc(pc.name)}
                      onClick={() => setAsked(pc.fingerprint)}
                    >
                      {text.withdraw}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
              {asked === pc.fingerprint && (
                <Table.Tr>
                  <Table.Td colSpan={5} px={0}>
                    <ConfirmBar
                      question={text.withdrawQuestion(pc.name)}
                      confirmLabel={text.withdraw}
                      isRunning={withdraw.isRunning}
                      onConfirm={() => void remove(pc)}
                      onCancel={() => setAsked(null)}
                    />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </RecordTable>
      )}
    </Panel>
  );
}

type PcStateProps = {
  readonly pc: BranchPc;
  /** The hub sees all PCs, a joined one the hub alone. */
  readonly seesAll: boolean;
  /** When a joined PC last heard its hub. */
  readonly lostAt: string | null;
};

function PcState({ pc, seesAll, lostAt }: PcStateProps) {
  const text = useText(pcsText);
  if (pc.withdrawnAt !== null)
    return (
      <StatusBadge
        tone="neutral"
        icon={<IconCircleOff />}
        label={text.withdrawn(formatDate(pc.withdrawnAt))}
      />
    );
  if (pc.isConnected) return <StatusBadge tone="success" icon={<IconCircleCheck />} label={text.connected} />;
  if (!seesAll && !pc.isHub)
    return <StatusBadge tone="neutral" icon={<IconHelpCircle />} label={text.seenByHub} />;
  return (
    <>
      <StatusBadge
        tone={pc.isHub ? 'danger' : 'warning'}
        icon={<IconPlugConnectedX />}
        label={text.notConnected}
      />
      {pc.isHub && lostAt !== null && (
        <Text span size="xs" c="var(--bk-muted)" ml={6}>
          {text.lastSeen(formatDateTime(lostAt))}
        </Text>
      )}
    </>
  );
}

/** Those of the branch by their number, then those that were withdrawn. */
function inOrder(pcs: readonly BranchPc[]): readonly BranchPc[] {
  return pcs.toSorted(
    (a, b) =>
      Number(a.withdrawnAt !== null) - Number(b.withdrawnAt !== null) || a.workstationNo - b.workstationNo,
  );
}
