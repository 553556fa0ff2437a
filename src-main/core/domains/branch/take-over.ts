import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { branchHub, selfOf } from '../../branch/branch.repo.ts';
import type { Branch } from '../../branch/branch.ts';
import { stepDownBackSchema } from '../../branch/messages.ts';
import { leaseMs } from '../../branch/number-bounds.ts';
import { beginningOf } from '../../branch/numbers.ts';
import type { Context } from '../../handler.ts';
import type { Lan } from '../../lan-port.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { placeOf } from '../../sync/pull.ts';
import type { Work } from '../../write.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';
import { today } from '../ticket/ticket-services.ts';

type Services = {
  readonly db: Reader;
  readonly branch: Branch;
  readonly lan: Lan;
  readonly clock: Clock;
};

/** How the numbers would go on. */
export type Continuation = 'handed_over' | 'above_the_last' | 'own_lane';

/** Null where this PC is the hub, or works alone. */
export async function continuationOf({ db, branch, clock }: Services): Promise<Continuation | null> {
  const role = branch.role();
  if (role.kind !== 'joined') return null;
  const { link } = role.pc;
  if (link.state() === 'connected') return 'handed_over';
  const lease = await readLocal(db, 'hubBounds');
  const lostAt = link.lostAt();
  const isHeard = lostAt !== null && clock.now() - lostAt < leaseMs;
  const isGranted =
    lease?.hub === role.hub.fingerprint && lease.isGranted && lease.serviceDay === today(clock);
  return isHeard && isGranted ? 'above_the_last' : 'own_lane';
}

/**
 * Makes this PC the hub. One that is there hands over between two commands, when all that it did has arrived here; of
 * one that is lost the numbers go on above what it may have given (see `number-bounds.ts`).
 */
export async function takeOver(services: Services, context: Context): Promise<Result<Record<string, never>>> {
  const { db, branch } = services;
  const role = branch.role();
  if (role.kind !== 'joined') return fail('wrong_state');
  const how = await continuationOf(services);
  if (how === 'handed_over') {
    await role.pc.settled();
    const { cursor } = await placeOf(db, 'hub');
    const asked = await role.pc.link.ask('stepDown', { cursor });
    const answer = asked.ok ? stepDownBackSchema.safeParse(asked.value).data : undefined;
    if (answer?.isReady !== true) return fail('hub_is_there');
  }
  return branch.holding(async () => {
    const result = await context.write((work) => appoint(work, services, how ?? 'own_lane'));
    if (result.ok && how === 'handed_over') await role.pc.greet();
    return result;
  });
}

async function appoint(
  work: Work,
  { lan, clock }: Services,
  how: Continuation,
): Promise<Result<Record<string, never>>> {
  const self = await selfOf(work.trx);
  const epoch = ((await branchHub(work.trx))?.epoch ?? 0) + 1;
  const lease = await readLocal(work.trx, 'hubBounds');
  await appointHub(work, { ...self, fingerprint: await lan.fingerprint(), epoch });
  const beginning = { handed_over: 'all_known', above_the_last: lease, own_lane: undefined } as const;
  await saveLocal(work.trx, 'numberBounds', beginningOf(today(clock), beginning[how]));
  return succeed({});
}

export async function appointHub(
  work: Work,
  hub: {
    readonly branchCode: string;
    readonly workstationNo: number;
    readonly name: string;
    readonly fingerprint: string;
    readonly epoch: number;
  },
): Promise<void> {
  const { branchCode, workstationNo, name, fingerprint, epoch } = hub;
  const payload = { fingerprint, name, workstationNo, epoch };
  await work.append(fact({ kind: 'branch', id: branchCode }, 'hub.appointed', payload));
}
