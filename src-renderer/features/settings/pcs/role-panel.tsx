import { Group, Stack, Text } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconDeviceDesktopPlus,
  IconPlugConnected,
  IconServer2,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BranchConnection } from '../../../../src-shared/contract/branch.ts';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { JoinBranchForm } from '../../../components/join-branch-form.tsx';
import { joinText } from '../../../components/join-text.ts';
import { Note } from '../../../components/note.tsx';
import { notifyDone } from '../../../components/notify.ts';
import { TakeOver } from '../../../components/take-over.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { PairingCode } from './pairing-code.tsx';
import classes from './pcs.module.css';
import { pcsText } from './text.ts';
import { usePairing } from './use-pairing.tsx';

export type BranchState = OutputOf<'branch.state'>;
type RolePanelProps = { readonly branch: BranchState; readonly isAdministrator: boolean };

const icons: Readonly<Record<BranchConnection['role'], ReactNode>> = {
  alone: <IconDeviceDesktop size={30} stroke={1.4} />,
  hub: <IconServer2 size={30} stroke={1.4} />,
  joined: <IconPlugConnected size={30} stroke={1.4} />,
};

/** What this PC is in the branch, and what can be made of it. */
export function RolePanel({ branch, isAdministrator }: RolePanelProps) {
  const text = useText(pcsText);
  const labels = useLabels();
  const joinWords = useText(joinText);
  const [isJoining, setJoining] = useState(false);
  const pairing = usePairing(branch);
  const { role, state, trouble } = branch.connection;
  const isCastOut = role === 'joined' && state === 'not_trusted';
  const canJoin = isAdministrator && (role === 'alone' || isCastOut) && !isJoining;
  const reachesHub = role !== 'joined' || state === 'connected';
  const canAdd = isAdministrator && reachesHub && pairing.code === null && !isJoining;
  return (
    <SettingsPanel title={labels.settingsSection.pcs} lead={text.lead}>
      <Stack gap="md">
        <Role connection={branch.connection} />
        {role === 'hub' && trouble !== null && <Note tone="danger">{text.hubTrouble}</Note>}
        {pairing.failure}
        {pairing.code !== null && <PairingCode code={pairing.code} pairing={pairing} />}
        {(canAdd || canJoin) && (
          <Group gap="sm">
            {canAdd && (
              <ActionButton
                label={text.add}
                keyName="alt+N"
                run={pairing.show}
                loading={pairing.isRunning}
                leftSection={<IconDeviceDesktopPlus size={17} />}
              />
            )}
            {canJoin && (
              <ActionButton
                label={isCastOut ? text.joinAgain : text.join}
                keyName="alt+T"
                run={() => setJoining(true)}
                variant="default"
              />
            )}
          </Group>
        )}
        {isJoining && (role === 'alone' || isCastOut) && (
          <section className={classes.join} aria-label={isCastOut ? text.joinAgain : text.join}>
            {!isCastOut && (
              <Text size="sm" c="var(--bk-muted)" mb="sm">
                {text.joinLead}
              </Text>
            )}
            <JoinBranchForm
              asksForDesk={false}
              onBack={() => setJoining(false)}
              onJoined={() => {
                setJoining(false);
                notifyDone(joinWords.joined);
              }}
            />
          </section>
        )}
        {state === 'connected' && (
          <div>
            <TakeOver />
          </div>
        )}
      </Stack>
    </SettingsPanel>
  );
}

function Role({ connection }: { readonly connection: BranchConnection }) {
  const text = useText(pcsText);
  const { role, hubName, state } = connection;
  const title = role === 'joined' ? text.role.joined(hubName ?? '–') : text.role[role];
  const hint = role === 'joined' ? text.roleHint.joined[state ?? 'connecting'] : text.roleHint[role];
  return (
    <div className={classes.role}>
      <span className={classes.roleIcon} aria-hidden>
        {icons[role]}
      </span>
      <div>
        <Text fw={650} size="lg" lh={1.3}>
          {title}
        </Text>
        <Text size="sm" c="var(--bk-muted)" mt={2}>
          {hint}
        </Text>
      </div>
    </div>
  );
}
