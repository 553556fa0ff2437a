import { type ErrorCode, fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { branchHub, selfOf } from '../../branch/branch.repo.ts';
import type { Branch } from '../../branch/branch.ts';
import type { JoinedPc } from '../../branch/joined-pc.ts';
import { stepDownBackSchema } from '../../branch/messages.ts';
import { leaseMs } from '../../branch/number-bounds.ts';
import { beginningOf } from '../../branch/numbers.ts';
import type { Role } from '../../branch/role.ts';
import { pauseMs } from '../../branch/turnstile.ts';
import { type Context, systemActor } from '../../handler.ts';
import type { Lan } from '../../lan-port.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import type { Work, Writer } from '../../write.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';
import { today } from '../ticket/ticket-services.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
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
  if (role.pc.link.state() === 'connected') return 'handed_over';
  return (await usableLease(db, role, clock)) === undefined ? 'own_lane' : 'above_the_last';
}

/** The bound above which this PC may count, while it has heard the hub that gave it lately enough. */
async function usableLease(db: Reader, role: Role, clock: Clock) {
  if (role.kind !== 'joined') return undefined;
  const { link } = role.pc;
  const lease = await readLocal(db, 'hubBounds');
  const lostAt = link.lostAt();
  const isHeard = link.state() === 'connected' || (lostAt !== null && clock.now() - lostAt < leaseMs);
  const isGranted =
    lease?.hub === role.hub.fingerprint && lease.isGranted && lease.serviceDay === today(clock);
  return isHeard && isGranted ? lease : undefined;
}

/**
 * Makes this PC the hub. One that is there hands over between two commands, when all that it did has arrived here; of
 * one that is lost the numbers go on above what it may have given (see `number-bounds.ts`).
 */
export async function takeOver(services: Services, context: Context): Promise<Result<Record<string, never>>> {
  const { branch, clock } = services;
  const role = branch.role();
  if (role.kind !== 'joined') return fail('wrong_state');
  // Only who has tried to reach the hub knows whether it is there.
  await role.pc.link.connected();
  const askedAt = clock.now();
  const how = (await continuationOf(services)) ?? 'own_lane';
  if (how === 'handed_over') {
    const refusal = await stepDown(role.pc, branch);
    if (refusal !== undefined) return fail(refusal);
  }
  return branch.holding(async () => {
    const result = await context.write((work) => appoint(work, services));
    // Only where the hub before has learnt of it while it still let nothing through are all its numbers known here.
    if (result.ok && how === 'handed_over' && (await role.pc.greet()) && clock.now() - askedAt < pauseMs)
      await countOn(services);
    return result;
  });
}

/** Undefined when all that the hub has done has arrived here and it lets nothing through for the moment. */
async function stepDown(pc: JoinedPc, branch: Branch): Promise<ErrorCode | undefined> {
  const asked = await pc.link.ask('stepDown', null);
  if (!asked.ok) return 'hub_unreachable';
  const answer = stepDownBackSchema.safeParse(asked.value).data;
  return answer !== undefined && (await branch.caughtUpTo(answer.cursor)) ? undefined : 'hub_is_there';
}

async function appoint(work: Work, { lan, clock, branch }: Services): Promise<Result<Record<string, never>>> {
  const self = await selfOf(work.trx);
  const epoch = ((await branchHub(work.trx))?.epoch ?? 0) + 1;
  const lease = await usableLease(work.trx, branch.role(), clock);
  await appointHub(work, { ...self, fingerprint: await lan.fingerprint(), epoch });
  await saveLocal(work.trx, 'numberBounds', beginningOf(today(clock), lease));
  return succeed({});
}

async function countOn({ writer, clock }: Services): Promise<void> {
  await writer.write(systemActor, async ({ trx }) => {
    await saveLocal(trx, 'numberBounds', beginningOf(today(clock), 'all_known'));
    return succeed(null);
  });
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
