import { Button, Switch, Table } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { notifyFailure, showUndo } from '../../components/notify.ts';
import { QueryView } from '../../components/query-view.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { AddUserForm } from './add-user-form.tsx';
import { RecordTable } from './record-table.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { settingsText } from './text.ts';

type UserRow = OutputOf<'user.list'>['users'][number];

export function UsersSection() {
  const text = useText(settingsText);
  const labels = useLabels();
  const list = useQueryMethod('user.list', {});
  const [isAdding, setAdding] = useState(false);
  return (
    <SettingsPanel
      title={labels.settingsSection.users}
      lead={text.usersLead}
      actions={
        !isAdding && (
          <Button size="xs" leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
            {text.addUser}
          </Button>
        )
      }
    >
      {isAdding && <AddUserForm onDone={() => setAdding(false)} />}
      <QueryView query={list}>
        {({ users }) =>
          users.length === 0 ? <StateEmpty title={text.noUsers} /> : <UserTable users={users} />
        }
      </QueryView>
    </SettingsPanel>
  );
}

function UserTable({ users }: { readonly users: readonly UserRow[] }) {
  const text = useText(settingsText);
  const labels = useLabels();
  const me = useUser();
  const setActive = useCommand('user.setActive');
  const change = async ({ id, displayName, isActive }: UserRow, isWanted: boolean) => {
    const result = await setActive.run({ userId: id, isActive: isWanted });
    if (!result.ok) return notifyFailure(result.error);
    showUndo({
      message: isWanted ? text.activated(displayName) : text.deactivated(displayName),
      onUndo: () => void setActive.run({ userId: id, isActive }),
    });
  };
  const setInformants = useCommand('user.setInformants');
  const letKnow = async ({ id, displayName }: UserRow, mayKnowInformants: boolean) => {
    const result = await setInformants.run({ userId: id, mayKnowInformants });
    if (!result.ok) return notifyFailure(result.error);
    showUndo({
      message: mayKnowInformants ? text.nowKnows(displayName) : text.knowsNoMore(displayName),
      onUndo: () => void setInformants.run({ userId: id, mayKnowInformants: !mayKnowInformants }),
    });
  };
  return (
    <RecordTable heads={[text.displayName, text.username, text.role, text.informants, text.state]}>
      {users.map((user) => (
        <Table.Tr key={user.id}>
          <Table.Td fw={600}>{user.displayName}</Table.Td>
          <Table.Td>{user.username}</Table.Td>
          <Table.Td>{labels.role[user.role]}</Table.Td>
          <Table.Td>
            <Switch
              size="xs"
              aria-label={text.informantsOf(user.displayName)}
              checked={user.mayKnowInformants}
              onChange={(event) => void letKnow(user, event.currentTarget.checked)}
            />
          </Table.Td>
          <Table.Td>
            <StatusBadge
              tone={user.isActive ? 'success' : 'neutral'}
              icon={user.isActive ? <IconCircleCheck /> : <IconCircleOff />}
              label={user.isActive ? text.active : text.inactive}
            />
          </Table.Td>
          <Table.Td ta="right">
            {user.id !== me?.id && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={
                  user.isActive
                    ? text.deactivatePerson(user.displayName)
                    : text.activatePerson(user.displayName)
                }
                onClick={() => void change(user, !user.isActive)}
              >
                {user.isActive ? text.deactivate : text.activate}
              </Button>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </RecordTable>
  );
}
