import { Stack } from '@mantine/core';
import { QueryView } from '../../../components/query-view.tsx';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { PcTable } from './pc-table.tsx';
import { PortPanel } from './port-panel.tsx';
import { RolePanel } from './role-panel.tsx';

/** Who of the branch's PCs is the hub, who is joined to it, and how one more is added. */
export function PcsSection({ isAdministrator }: { readonly isAdministrator: boolean }) {
  const state = useQueryMethod('branch.state', {});
  return (
    <QueryView query={state} lines={8}>
      {(branch) => (
        <Stack gap="md">
          <RolePanel branch={branch} isAdministrator={isAdministrator} />
          {branch.connection.role !== 'alone' && (
            <PcTable branch={branch} isAdministrator={isAdministrator} />
          )}
          {isAdministrator && (
            <PortPanel key={branch.port} port={branch.port} isHub={branch.connection.role === 'hub'} />
          )}
        </Stack>
      )}
    </QueryView>
  );
}
