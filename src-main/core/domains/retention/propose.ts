import { failSaying, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import { idsPerListing } from '../../../../src-shared/ledger/destruction-entries.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { RetentionClass } from '../../../../src-shared/rules/retention.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { type DueItem, dueItems } from './due-items.repo.ts';
import { type KeptCount, personItems } from './person-items.repo.ts';
import { allRuns, isOpenRun, runStream } from './runs.repo.ts';
import { cutsOf, retentionClasses } from './shipped-retention.ts';

type Services = { readonly clock: Clock; readonly ids: Ids };

/** Of each class; more than that is for the next run, so that one can be looked through and erased in minutes. */
export const mostOfClass = 5_000;

const nothingDue = 'Süresi dolmuş, sonuçlanmış ve muhafaza altında olmayan kayıt yok.';
const isOpenAlready =
  'Sonuçlanmamış bir imha önerisi var. Yenisi, o onaylanınca ya da reddedilince hazırlanır.';

/** Everything whose period is over, as of now. */
export async function proposePeriodic(
  work: Work,
  { clock, ids }: Services,
): Promise<Result<{ runId: string }>> {
  const open = (await allRuns(work.trx)).find((run) => isOpenRun(run) && run.proposal.reason === 'periodic');
  if (open !== undefined) return failSaying('wrong_state', isOpenAlready);
  const asOf = new Date(clock.now()).toISOString();
  const classes = await retentionClasses(work.trx);
  const found = await dueItems(work.trx, { cuts: cutsOf(classes, asOf), limit: mostOfClass + 1 });
  if (found.length === 0) return failSaying('wrong_state', nothingDue);
  const items = withinBounds(found);
  const runId = ids.uuid();
  await append(work, runId, items, {
    ...{ reason: 'periodic', requestId: null, asOf, hasMore: items.length < found.length, kept: [] },
    classes: classesOf(items, classes),
  });
  return succeed({ runId });
}

type Request = { readonly applicationId: string; readonly consumerId: string };

/** What goes where a person asks for it (KVKK md. 7, md. 11/1-e); what stays is named with its day. */
export async function proposeForPerson(
  work: Work,
  { clock, ids }: Services,
  { applicationId, consumerId }: Request,
): Promise<Result<{ runId: string; kept: KeptCount[] }>> {
  const open = (await allRuns(work.trx)).find(
    (run) => isOpenRun(run) && run.proposal.requestId === applicationId,
  );
  if (open !== undefined) return failSaying('wrong_state', isOpenAlready);
  const asOf = new Date(clock.now()).toISOString();
  const classes = await retentionClasses(work.trx);
  const { items, kept } = await personItems(work.trx, { consumerId, classes, asOf });
  if (items.length === 0)
    return failSaying(
      'wrong_state',
      'Bu kişinin şimdi silinebilecek kaydı yok: açık, muhafaza altında ya da yasal süresi içinde olanlar kalır.',
    );
  const runId = ids.uuid();
  await append(work, runId, items, {
    ...{ reason: 'request', requestId: applicationId, asOf, hasMore: false, kept: [...kept] },
    classes: classesOf(items, classes),
  });
  return succeed({ runId, kept: [...kept] });
}

function withinBounds(items: readonly DueItem[]): readonly DueItem[] {
  const groups = Map.groupBy(items, ({ kind }) => kind);
  return [...groups.values()].flatMap((group) => group.slice(0, mostOfClass));
}

function classesOf(items: readonly DueItem[], classes: readonly RetentionClass[]) {
  const listed = new Set(items.map(({ recordClass }) => recordClass));
  return classes
    .filter(({ code }) => listed.has(code))
    .map(({ code, amount, unit, legalBasis }) => ({ recordClass: code, amount, unit, legalBasis }));
}

async function append(
  work: Work,
  runId: string,
  items: readonly DueItem[],
  proposal: PayloadOf<'destruction.proposed'>,
): Promise<void> {
  await work.append(fact(runStream(runId), 'destruction.proposed', proposal));
  const groups = Map.groupBy(items, ({ recordClass, kind }) => `${recordClass}/${kind}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { recordClass, kind, before } = first;
    for (let from = 0; from < group.length; from += idsPerListing) {
      const ids = group.slice(from, from + idsPerListing).map(({ id }) => id);
      await work.append(fact(runStream(runId), 'destruction.listed', { recordClass, kind, ids, before }));
    }
  }
}
