import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { canonicalJson } from '../../../../src-shared/ledger/canonical-json.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { consumerById, consumerByIdentityNo, type KnownConsumer } from './consumer.repo.ts';
import { lastInstallations, withFound } from './consumer-at-desk.ts';
import { dropFound, foundById } from './found-consumers.repo.ts';

type Card = PayloadOf<'consumer.recorded'>;
type Registration = Pick<
  ParsedInputOf<'application.register'>,
  'consumerId' | 'applicant' | 'capacity' | 'installationNo' | 'premises'
>;

/**
 * The consumer's card after this registration: a known one gets what is new, an unknown one is begun, under the
 * CRM's id where the CRM knows the person. An informant leaves no card, since a card would tie the report to a
 * person.
 * @returns the consumer's id, or null for an informant
 */
export async function keepConsumer(
  work: Work,
  ids: Ids,
  input: Registration,
): Promise<Result<string | null>> {
  const { applicant, consumerId } = input;
  if (applicant.kind === 'anonymous' || input.capacity === 'informant') return succeed(null);
  const found = consumerId === null ? undefined : await foundById(work.trx, consumerId);
  const here = await knownHere(work, input, found);
  if (here === undefined && found === undefined && consumerId !== null)
    return fail('invalid_input', [
      { path: 'consumerId', message: 'Bu tüketici kartı bulunamadı. Kişiyi yeniden arayın.' },
    ]);
  const id = here?.id ?? found?.id ?? ids.uuid();
  const known = here === undefined ? found?.card : withFound(here.card, found?.card);
  const card = known !== undefined && !ownCapacities.has(input.capacity) ? known : cardAfter(known, input);
  if (here === undefined || canonicalJson(card) !== canonicalJson(here.card))
    await work.append(fact({ kind: 'consumer', id }, 'consumer.recorded', card));
  if (found !== undefined) await dropFound(work.trx, found.id);
  return succeed(id);
}

type Applicant = PayloadOf<'application.registered'>['applicant'];

/**
 * What was put right of the applicant on an application is put right on the card as well, where the card says what the
 * application had said: what somebody else has told since stands.
 */
export async function mendConsumer(
  work: Work,
  {
    consumerId,
    capacity,
    before,
    after,
  }: {
    readonly consumerId: string | null;
    readonly capacity: Registration['capacity'];
    readonly before: Applicant;
    readonly after: Applicant;
  },
): Promise<void> {
  if (consumerId === null || !ownCapacities.has(capacity)) return;
  const known = await consumerById(work.trx, consumerId);
  if (known === undefined) return;
  const { card } = known;
  const mended: Card = {
    ...card,
    name: card.name === before.name ? after.name : card.name,
    identityNo: card.identityNo === before.identityNo ? after.identityNo : card.identityNo,
    phone: card.phone === before.phone ? after.phone : card.phone,
    email: card.email === before.email ? after.email : card.email,
  };
  if (canonicalJson(mended) !== canonicalJson(card))
    await work.append(fact({ kind: 'consumer', id: consumerId }, 'consumer.recorded', mended));
}

/** The same identity number is the same person; two cards for one would hide the other's history. */
async function knownHere(
  { trx }: Work,
  { consumerId, applicant, capacity }: Registration,
  found: KnownConsumer | undefined,
): Promise<KnownConsumer | undefined> {
  if (consumerId === null) return byIdentityNo(trx, applicant.identityNo);
  const here = await consumerById(trx, consumerId);
  if (here !== undefined || found === undefined) return here;
  // Whoever acts for the CRM's person may have given their own number.
  const ownNo = ownCapacities.has(capacity) ? applicant.identityNo : null;
  return byIdentityNo(trx, ownNo ?? found.card.identityNo);
}

async function byIdentityNo(trx: Work['trx'], identityNo: string | null) {
  return identityNo === null ? undefined : consumerByIdentityNo(trx, identityNo);
}

/** Whoever acts for another changes nothing on that other's card, and does not own the place. */
const ownCapacities: ReadonlySet<Registration['capacity']> = new Set([
  'self',
  'owner',
  'tenant',
  'company_rep',
]);

function cardAfter(
  known: Card | undefined,
  { applicant, capacity, installationNo, premises }: Registration,
): Card {
  const isOwnPlace = ownCapacities.has(capacity);
  const more = isOwnPlace && installationNo !== null ? [installationNo] : [];
  return {
    kind: applicant.kind,
    name: applicant.name,
    identityNo: applicant.identityNo ?? known?.identityNo ?? null,
    phone: applicant.phone ?? known?.phone ?? null,
    email: applicant.email ?? known?.email ?? null,
    premises: (isOwnPlace ? premises : null) ?? known?.premises ?? null,
    installations: lastInstallations([...(known?.installations ?? []), ...more]),
  };
}
