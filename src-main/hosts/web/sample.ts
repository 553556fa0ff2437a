import type { SampleUser, SystemState } from '../../../src-shared/contract/system.ts';
import { systemStateSchema } from '../../../src-shared/contract/system.ts';
import type { SampleGatewayProcess } from '../../adapters/sample-gateway.ts';
import type { Core } from '../../core/core.ts';
import type { Ids } from '../../core/ports.ts';
import { sampleUsers } from '../../core/sample/sample-users.ts';
import { StartRefusal } from './refusal.ts';

const host = { audience: 'staff', window: 'host' } as const;

export async function readState(core: Core): Promise<SystemState> {
  const result = await core.dispatch(host, 'system.state', { input: {} });
  if (!result.ok) throw new Error(`system.state: ${result.error.code}`);
  return systemStateSchema.parse(result.value);
}

/** `--demo`: sample data at the first run, and who can sign in, at each. */
export async function prepareDemo(core: Core, ids: Ids): Promise<readonly SampleUser[]> {
  const before = await readState(core);
  if (before.phase === 'first_run') {
    const result = await core.dispatch(host, 'system.loadSample', { commandId: ids.uuid(), input: {} });
    if (!result.ok) throw new StartRefusal(`Örnek veriler yüklenemedi: ${result.error.message}`);
    return sampleUsers;
  }
  if (before.phase === 'ready' && !before.isSample)
    throw new StartRefusal(
      'Bu klasörde gerçek bir iş yeri kurulu; --demo yalnız boş ya da örnek verili bir klasörle çalışır.',
    );
  return before.phase === 'ready' ? sampleUsers : [];
}

/** A workplace with sample data finds its gateway running again after a restart. */
export async function resumeSampleGateway(core: Core, gateway: SampleGatewayProcess): Promise<void> {
  const { isSample, branch } = await readState(core);
  if (isSample && branch !== null) await gateway.start(branch.code);
}
