import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { canonicalJson } from '../../../../src-shared/ledger/canonical-json.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { consumerById, consumerByIdentityNo } from './consumer.repo.ts';

type Card = PayloadOf<'consumer.recorded'>;
type Registration = Pick<
  ParsedInputOf<'application.register'>,
  'consumerId' | 'applicant' | 'capacity' | 'installationNo' | 'premises'
>;

/**
 * The consumer's card after this registration: a known one gets what is new, an unknown one is begun. An
 * informant leaves no card, since a card would tie the report to a person.
 * @returns the consumer's id, or null for an informant
 */
export async function keepConsumer(
  work: Work,
  ids: Ids,
  input: Registration,
): Promise<Result<string | null>> {
  const { applicant } = input;
  if (applicant.kind === 'anonymous' || input.capacity === 'informant') return succeed(null);
  const known =
    input.consumerId === null
      ? await knownByIdentity(work, applicant.identityNo)
      : await consumerById(work.trx, input.consumerId);
  if (known === undefined && input.consumerId !== null)
    return fail('invalid_input', [{ path: 'consumerId', message: 'Bu tüketici kartı bulunamadı.' }]);
  const id = known?.id ?? ids.uuid();
  if (known !== undefined && !ownCapacities.has(input.capacity)) return succeed(id);
  const card = cardAfter(known?.card, input);
  if (known === undefined || canonicalJson(card) !== canonicalJson(known.card))
    await work.append(fact({ kind: 'consumer', id }, 'consumer.recorded', card));
  return succeed(id);
}

/** The same identity number is the same person; two cards for one would hide the other's history. */
async function knownByIdentity(work: Work, identityNo: string | null) {
  return identityNo === null ? undefined : consumerByIdentityNo(work.trx, identityNo);
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
    installations: [...new Set([...(known?.installations ?? []), ...more])].slice(-maxInstallations),
  };
}
