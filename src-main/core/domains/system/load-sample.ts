import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Context } from '../../handler.ts';
import type { UpstreamTarget } from '../../ports.ts';
import { sampleBranch } from '../../sample/sample-branch.ts';
import { sampleHistory } from '../../sample/sample-history.ts';
import { sampleUnits } from '../../sample/sample-units.ts';
import { sampleUsers } from '../../sample/sample-users.ts';
import { writeHistory } from '../../sample/write-history.ts';
import { organisation } from '../seal/seal.service.ts';
import { saveLocal } from '../settings/settings.repo.ts';
import { hashUser } from '../settings/users.service.ts';
import { defaultPolicy } from './defaults.ts';
import { isSetUp, setUpWorkplace } from './set-up.ts';
import type { SystemServices } from './system.service.ts';

/** A whole branch with its people, its past and a CRM beside it, in one transaction. */
export async function loadSample(services: SystemServices, context: Context): Promise<Result<null>> {
  const { ids, clock, catalogue, sealer, version } = services;
  const target = await startGateway(services);
  const users = await Promise.all(sampleUsers.map((user) => hashUser(ids.uuid(), user)));
  const identity = await sealer.makeIdentity(organisation, clock.now());
  const trackingUrl = target === undefined ? defaultPolicy.trackingUrl : `${target.url}/takip`;
  return context.write(async (work) => {
    if (await isSetUp(work.trx)) return fail('already_set_up');
    await setUpWorkplace(
      work,
      {
        ...sampleBranch,
        units: sampleUnits(users),
        policy: { ...defaultPolicy, trackingUrl },
        workstationNo: 1,
        users,
        isSample: true,
      },
      version,
    );
    await writeHistory(
      work,
      sampleHistory({ users, branch: sampleBranch.branch, now: clock.now(), catalogue }),
    );
    await saveLocal(work.trx, 'seal', { identity, isSelfMade: true });
    if (target !== undefined) await saveLocal(work.trx, 'crm', target);
    return succeed(null);
  });
}

/** Without its CRM the sample still works, like any counter whose CRM is down. */
async function startGateway({ sampleGateway, log }: SystemServices): Promise<UpstreamTarget | undefined> {
  try {
    return await sampleGateway.start(sampleBranch.branch.code);
  } catch (error) {
    log.error('the sample gateway did not start', {}, error);
    return undefined;
  }
}
