import type { CrmConsumer } from '../../../../src-shared/contract/crm-consumer.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { canonicalJson } from '../../../../src-shared/ledger/canonical-json.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { consumerById, consumerByIdentityNo, type KnownConsumer } from './consumer.repo.ts';

type Card = PayloadOf<'consumer.recorded'>;
type Registration = Pick<
  ParsedInputOf<'application.register'>,
  'consumerId' | 'crmConsumer' | 'applicant' | 'capacity' | 'installationNo' | 'premises'
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
  const { applicant, consumerId, crmConsumer } = input;
  if (applicant.kind === 'anonymous' || input.capacity === 'informant') return succeed(null);
  const here = await knownHere(work, input);
  if (here === undefined && consumerId !== null)
    return fail('invalid_input', [{ path: 'consumerId', message: 'Bu tüketici kartı bulunamadı.' }]);
  const id = here?.id ?? crmConsumer?.id ?? ids.uuid();
  const known = withCrmCard(here?.card, crmConsumer);
  const card = known !== undefined && !ownCapacities.has(input.capacity) ? known : cardAfter(known, input);
  if (here === undefined || canonicalJson(card) !== canonicalJson(here.card))
    await work.append(fact({ kind: 'consumer', id }, 'consumer.recorded', card));
  return succeed(id);
}

/** The same identity number is the same person; two cards for one would hide the other's history. */
async function knownHere(
  { trx }: Work,
  { consumerId, crmConsumer, applicant, capacity }: Registration,
): Promise<KnownConsumer | undefined> {
  if (consumerId !== null) return consumerById(trx, consumerId);
  if (crmConsumer === null) return byIdentityNo(trx, applicant.identityNo);
  // Whoever acts for the CRM's person may have given their own number.
  const ownNo = ownCapacities.has(capacity) ? applicant.identityNo : null;
  return (await consumerById(trx, crmConsumer.id)) ?? byIdentityNo(trx, ownNo ?? crmConsumer.identityNo);
}

async function byIdentityNo(trx: Work['trx'], identityNo: string | null) {
  return identityNo === null ? undefined : consumerByIdentityNo(trx, identityNo);
}

/** The card here stands; the CRM's fills in what it lacks. */
function withCrmCard(here: Card | undefined, crmConsumer: CrmConsumer | null): Card | undefined {
  if (crmConsumer === null) return here;
  const { id, ...crm } = crmConsumer;
  if (here === undefined) return crm;
  return {
    ...here,
    identityNo: here.identityNo ?? crm.identityNo,
    phone: here.phone ?? crm.phone,
    email: here.email ?? crm.email,
    premises: here.premises ?? crm.premises,
    installations: lastOf([...crm.installations, ...here.installations]),
  };
}

/** Whoever acts for another changes nothing on that other's card, and does not own the place. */
const ownCapacities: ReadonlySet<Registration['capacity']> = new Set([
  'self',
  'owner',
  'tenant',
  'company_rep',
]);

/** As many as a card holds; a municipality has more, and the ones it asked about last are the useful ones. */
const maxInstallations = 200;

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
    installations: lastOf([...(known?.installations ?? []), ...more]),
  };
}

function lastOf(installations: readonly string[]): string[] {
  return [...new Set(installations)].slice(-maxInstallations);
}
