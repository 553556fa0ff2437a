import type { BranchConnection } from '../../src-shared/contract/branch.ts';
import { useQueryMethod } from './use-method.ts';

/** How this PC stands to the branch's hub; undefined until that is known. */
export function useBranchConnection(): BranchConnection | undefined {
  return useQueryMethod('system.connection', {}).data?.branch;
}

/** The queue is the hub's. While it is away nothing of the queue can be changed here, and what is shown is the last that was heard. */
export function useHubAway(): { readonly lostAt: string | null } | null {
  const connection = useBranchConnection();
  const isAway = connection?.state === 'unreachable' || connection?.state === 'not_trusted';
  return isAway ? { lostAt: connection.lostAt } : null;
}
