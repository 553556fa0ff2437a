import { fail, failSaying, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { retentionContract } from '../../../../src-shared/contract/retention.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { type DestructionState, itemKey } from '../../../../src-shared/ledger/reduce-destruction.ts';
import { foldHold } from '../../../../src-shared/ledger/reduce-hold.ts';
import { endOfPeriod, halfYearOf } from '../../../../src-shared/rules/retention.ts';
import { type Context, type Handlers, userOf } from '../../handler.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Sealer } from '../../seal-port.ts';
import type { Work } from '../../write.ts';
import { changeDocument } from '../settings/settings.repo.ts';
import { consumerOf } from './carry-out-run.ts';
import { type ExportServices, exportPerson } from './export-person.ts';
import { proposeForPerson, proposePeriodic } from './propose.ts';
import { destructionReport } from './report.ts';
import { itemsPage } from './run-items.ts';
import { viewHolds, viewRuns } from './run-view.ts';
import { runById, runStream } from './runs.repo.ts';
import { retentionClasses } from './shipped-retention.ts';

type Services = ExportServices & {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly dataDir: string;
  readonly sealer: Sealer;
};

export function retentionService(services: Services): Handlers<keyof typeof retentionContract> {
  const { db, clock, dataDir } = services;
  const now = () => new Date(clock.now()).toISOString();
  return {
    'retention.state': async (context) =>
      succeed({
        classes: [...(await retentionClasses(db))],
        runs: await viewRuns(db, dataDir, userOf(context).id),
        holds: await viewHolds(db),
        nextProposalAt: halfYearOf(endOfPeriod(halfYearOf(now()), { amount: 6, unit: 'month' })),
      }),
    'retention.items': async (_context, { runId, offset }) => {
      const run = await runById(db, runId);
      return run === undefined ? fail('not_found') : succeed(await itemsPage(db, run, offset));
    },
    'retention.savePeriods': savePeriods,
    'retention.propose': (context) => context.write((work) => proposePeriodic(work, services)),
    'retention.proposeForPerson': (context, { applicationId }) =>
      context.write(async (work) => {
        const consumerId = await consumerOf(work.trx, applicationId);
        if (consumerId === null)
          return failSaying(
            'wrong_state',
            'Başvuru bir tüketici kartına bağlı değil; kimin verisi olduğu belli değil.',
          );
        const proposed = await proposeForPerson(work, services, { applicationId, consumerId });
        return proposed.ok ? succeed({ runId: proposed.value.runId }) : proposed;
      }),
    'retention.takeOut': (context, { runId, kind, id, reason }) =>
      onOpenRun(context, runId, async (work, run) => {
        if (!run.listed.has(itemKey({ kind, id }))) return fail('not_found');
        await work.append(fact(runStream(runId), 'destruction.takenOut', { kind, id, reason }));
        return succeed({});
      }),
    'retention.approve': (context, { runId }) =>
      onOpenRun(context, runId, async (work, run) => {
        if (run.approvals.some(({ actor }) => actor === userOf(context).id))
          return failSaying('wrong_state', 'Bu öneriyi siz onayladınız; ikinci onayı başka biri vermeli.');
        await work.append(fact(runStream(runId), 'destruction.approved', {}));
        return succeed({});
      }),
    'retention.refuse': (context, { runId, reason }) =>
      onOpenRun(context, runId, async (work) => {
        await work.append(fact(runStream(runId), 'destruction.refused', { reason }));
        return succeed({});
      }),
    'retention.report': async (_context, { runId }) => {
      const run = await runById(db, runId);
      if (run === undefined) return fail('not_found');
      return destructionReport(services, run);
    },
    'hold.get': async (_context, { applicationId }) => {
      const consumerId = await consumerOf(db, applicationId);
      const ids = consumerId === null ? [applicationId] : [applicationId, consumerId];
      return succeed({ holds: await viewHolds(db, ids) });
    },
    'hold.place': placeHold,
    'hold.lift': liftHold,
    'person.export': (context, { applicationId }) => exportPerson(services, context, applicationId),
  };
}

/** Until the order is written; a run that two have approved is on its way. */
function onOpenRun(
  context: Context,
  runId: string,
  body: (work: Work, run: DestructionState) => Promise<Result<Record<string, never>>>,
): Promise<Result<Record<string, never>>> {
  return context.write(async (work) => {
    const run = await runById(work.trx, runId);
    if (run === undefined) return fail('not_found');
    return run.status === 'proposed' ? body(work, run) : fail('wrong_state');
  });
}

function savePeriods(
  context: Context,
  { classes }: ParsedInputOf<'retention.savePeriods'>,
): Promise<Result<Record<string, never>>> {
  return context.write(async (work) => {
    const inForce = await retentionClasses(work.trx);
    const tooShort = classes.flatMap(({ code, amount, unit }, index) => {
      const least = inForce.find((item) => item.code === code)?.least;
      const years = unit === 'year' ? amount : unit === 'month' ? amount / 12 : amount / 366;
      return least === undefined || years >= least
        ? []
        : [{ path: `classes.${index}.amount`, message: `Bu kayıtlar en az ${least} yıl saklanmalı.` }];
    });
    if (tooShort.length > 0) return fail('invalid_input', tooShort);
    const change = await changeDocument(work.trx, 'retention', { classes });
    if (change === undefined) return fail('settings_unreadable');
    await work.append(change);
    return succeed({});
  });
}

function placeHold(
  context: Context,
  { kind, id, reason, reference }: ParsedInputOf<'hold.place'>,
): Promise<Result<Record<string, never>>> {
  return context.write(async (work) => {
    const stream = { kind, id };
    if (!(await isHere(work.trx, kind, id))) return fail('not_found');
    if (foldHold(await entriesOfStream(work.trx, stream)) !== null)
      return failSaying('wrong_state', 'Bu kayıt zaten muhafaza altında.');
    await work.append(fact(stream, 'hold.placed', { reason, reference }));
    return succeed({});
  });
}

function liftHold(
  context: Context,
  { kind, id, reason }: ParsedInputOf<'hold.lift'>,
): Promise<Result<Record<string, never>>> {
  return context.write(async (work) => {
    const stream = { kind, id };
    if (foldHold(await entriesOfStream(work.trx, stream)) === null) return fail('not_found');
    await work.append(fact(stream, 'hold.lifted', { reason }));
    return succeed({});
  });
}

async function isHere(db: Reader, kind: 'application' | 'consumer', id: string): Promise<boolean> {
  const row = await db
    .selectFrom(kind === 'application' ? 'applications' : 'consumers')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
