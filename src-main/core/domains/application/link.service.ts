import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { duplicateReasons, linkRelations } from '../../../../src-shared/ledger/application-entries.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { likelyDuplicates } from '../../../../src-shared/rules/duplicate-score.ts';
import { parsePhone } from '../../../../src-shared/text/phone.ts';
import type { Context } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Work } from '../../write.ts';
import { consumerAtDesk } from '../consumer/consumer-at-desk.ts';
import { applicationRowOf } from './application.repo.ts';
import { duplicateCandidates } from './duplicates.repo.ts';
import { loadApplication, streamOf } from './open-application.ts';
import type { RegisterServices } from './register.service.ts';

type Done = Promise<Result<Record<string, never>>>;
type Relation = (typeof linkRelations)[number];
type Reason = (typeof duplicateReasons)[number];

/** Ties two applications together; neither loses anything by it. */
export async function link(
  context: Context,
  { applicationId, otherId, relation, reasons }: ParsedInputOf<'application.link'>,
): Done {
  if (applicationId === otherId)
    return fail('invalid_input', [{ path: 'otherId', message: 'Başvuru kendisiyle bağlanamaz.' }]);
  return context.write(async (work) => {
    const loaded = await loadApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const isLinked = await linkBoth(work, loaded.value.state, otherId, relation, reasons);
    return isLinked
      ? succeed({})
      : fail('invalid_input', [{ path: 'otherId', message: 'Bağlanacak başvuru bulunamadı.' }]);
  });
}

/** On both sides in one unit of work. @returns false where this store does not hold the other */
export async function linkBoth(
  work: Work,
  state: ApplicationState,
  otherId: string,
  relation: Relation,
  reasons: readonly Reason[],
): Promise<boolean> {
  const other = await loadApplication(work, otherId);
  if (!other.ok) return false;
  const say = (id: string, { id: to, registration }: ApplicationState) =>
    work.append(
      fact(streamOf(id), 'application.linked', {
        otherId: to,
        otherNo: registration.applicationNo,
        relation,
        reasons: [...reasons],
      }),
    );
  await say(state.id, other.value.state);
  await say(otherId, state);
  return true;
}

export async function unlink(
  context: Context,
  { applicationId, otherId }: ParsedInputOf<'application.unlink'>,
): Done {
  return context.write(async (work) => {
    const loaded = await loadApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    if (!loaded.value.state.links.some((known) => known.otherId === otherId)) return fail('not_found');
    await work.append(fact(streamOf(applicationId), 'application.unlinked', { otherId }));
    if ((await loadApplication(work, otherId)).ok)
      await work.append(fact(streamOf(otherId), 'application.unlinked', { otherId: applicationId }));
    return succeed({});
  });
}

/** What was typed; else what the form shows masked: the number of the chosen card, or of the application itself. */
async function phoneSought(
  db: Reader,
  { phone, consumerId, exceptId }: ParsedInputOf<'application.findDuplicates'>,
): Promise<string | null> {
  const typed = parsePhone(phone ?? '')?.e164;
  if (typed !== undefined) return typed;
  if (exceptId === null)
    return consumerId === null ? null : ((await consumerAtDesk(db, consumerId))?.card.phone ?? null);
  const own = await db
    .selectFrom('applications')
    .select('phone')
    .where('id', '=', exceptId)
    .executeTakeFirst();
  return own?.phone ?? null;
}

/** What may be the same matter already, while it is typed: at most five, the likeliest first, each with why. */
export async function findDuplicates(
  { db, catalogue, clock }: RegisterServices,
  input: ParsedInputOf<'application.findDuplicates'>,
): Promise<Result<OutputOf<'application.findDuplicates'>>> {
  const nowIso = new Date(clock.now()).toISOString();
  const sought = { ...input, phone: await phoneSought(db, input), at: nowIso };
  const candidates = await duplicateCandidates(db, sought);
  const records = new Map(candidates.map(({ record, matter }) => [matter.id, record]));
  const likely = likelyDuplicates(
    sought,
    candidates.map(({ matter }) => matter),
  );
  return succeed({
    likely: likely.slice(0, 5).flatMap(({ id, score, reasons }) => {
      const record = records.get(id);
      return record === undefined
        ? []
        : [{ row: applicationRowOf(record, catalogue, nowIso), score, reasons: [...reasons] }];
    }),
  });
}
