import { type SystemState, systemStateSchema } from '../../src-shared/contract/system.ts';
import type { Core } from '../core/core.ts';

/** The host's own questions come from no window that a person could sign in at. */
export const hostCaller = { audience: 'staff', window: '(host)' } as const;

export async function readState(core: Core): Promise<SystemState> {
  const result = await core.dispatch(hostCaller, 'system.state', { input: {} });
  if (!result.ok) throw new Error(`system.state: ${result.error.code}`);
  return systemStateSchema.parse(result.value);
}
