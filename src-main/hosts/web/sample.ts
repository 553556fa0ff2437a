import type { SampleUser } from '../../../src-shared/contract/system.ts';
import { hostCaller, readState } from '../../adapters/host-caller.ts';
import type { Core } from '../../core/core.ts';
import type { Ids, Logger, SampleGateway } from '../../core/ports.ts';
import { sampleUsers } from '../../core/sample/sample-users.ts';
import { StartRefusal } from '../program/start-refusal.ts';

/** `--demo`: sample data at the first run, and who can sign in, at each. */
export async function prepareDemo(core: Core, ids: Ids): Promise<readonly SampleUser[]> {
  const before = await readState(core);
  switch (before.phase) {
    case 'trouble':
      return [];
    case 'ready':
      if (before.isSample) return sampleUsers;
      throw new StartRefusal(
        'Bu klasörde gerçek bir iş yeri kurulu; --demo yalnız boş ya da örnek verili bir klasörle çalışır.',
      );
    case 'first_run': {
      const result = await core.dispatch(hostCaller, 'system.loadSample', {
        commandId: ids.uuid(),
        input: {},
      });
      if (!result.ok) throw new StartRefusal(`Örnek veriler yüklenemedi: ${result.error.message}`);
      return sampleUsers;
    }
  }
}

/** The ready line names the gateway's pages, so it waits for the start that the core has begun. */
export async function sampleGatewayReady(core: Core, gateway: SampleGateway, log: Logger): Promise<void> {
  const { isSample, branch } = await readState(core);
  if (!isSample || branch === null) return;
  await gateway.start(branch.code).catch((error: unknown) => log.error('no sample gateway', {}, error));
}
