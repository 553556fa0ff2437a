import { Stack } from '@mantine/core';
import { QueryView } from '../../../components/query-view.tsx';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { HoldsPanel } from './holds-panel.tsx';
import { PeriodsPanel } from './periods-panel.tsx';
import { RunsPanel } from './runs-panel.tsx';

/** Saklama ve imha: what is kept for how long, what is to be destroyed by whose word, what is held. */
export function RetentionSection({ isAdministrator }: { readonly isAdministrator: boolean }) {
  const state = useQueryMethod('retention.state', {});
  return (
    <QueryView query={state} lines={10}>
      {({ runs, holds, classes, nextProposalAt }) => (
        <Stack gap="md">
          <RunsPanel runs={runs} nextProposalAt={nextProposalAt} />
          <HoldsPanel holds={holds} />
          <PeriodsPanel classes={classes} canChange={isAdministrator} />
        </Stack>
      )}
    </QueryView>
  );
}
