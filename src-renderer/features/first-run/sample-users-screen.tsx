import { Button, Code, Group, Paper, Table, VisuallyHidden } from '@mantine/core';
import { FrontPage } from '../../components/front-page.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useCommonText, useLabels, useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { hideSampleUsers, useSampleUsers } from './sample-users-store.ts';
import { firstRunText } from './text.ts';

/** Who can sign in at a workplace with sample data, with everything that is needed to do so. */
export function SampleUsersScreen() {
  const text = useText(firstRunText);
  const labels = useLabels();
  const common = useCommonText();
  const { users } = useSampleUsers();
  const signIn = useCommand('session.signIn');
  return (
    <FrontPage title={text.samplePeople} lead={text.samplePeopleLead} width={52}>
      <Paper bg="var(--bk-surface)" p={4}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.person}</Table.Th>
              <Table.Th>{text.role}</Table.Th>
              <Table.Th>{text.username2}</Table.Th>
              <Table.Th>{text.password}</Table.Th>
              <Table.Th>{text.pin}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{common.actions}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map(({ username, displayName, role, password, pin }) => (
              <Table.Tr key={username}>
                <Table.Td fw={600}>{displayName}</Table.Td>
                <Table.Td>{labels.role[role]}</Table.Td>
                <Table.Td>
                  <Code>{username}</Code>
                </Table.Td>
                <Table.Td>
                  <Code>{password}</Code>
                </Table.Td>
                <Table.Td>
                  <Code>{pin}</Code>
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="xs"
                    variant="light"
                    disabled={signIn.isRunning}
                    aria-label={text.signInAsPerson(displayName)}
                    onClick={async () => {
                      const result = await signIn.run({ username, password });
                      if (result.ok) hideSampleUsers();
                    }}
                  >
                    {text.signInAs}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      {signIn.failure !== null && <StateError failure={signIn.failure} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={hideSampleUsers}>
          {text.toSignIn}
        </Button>
      </Group>
    </FrontPage>
  );
}
