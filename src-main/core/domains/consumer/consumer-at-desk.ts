import type { Reader } from '../../ledger/entries.repo.ts';
import { consumerById, type KnownConsumer, maxInstallations } from './consumer.repo.ts';
import { foundById } from './found-consumers.repo.ts';

export type ConsumerAtDesk = KnownConsumer & {
  /** Known by what the CRM has said alone. */
  readonly isOfCrm: boolean;
};

/** Whom a desk can ask about: a card of this store, somebody whom the CRM has found, or both in one. */
export async function consumerAtDesk(db: Reader, id: string): Promise<ConsumerAtDesk | undefined> {
  const here = await consumerById(db, id);
  const found = await foundById(db, id);
  if (here !== undefined) return { id, card: withFound(here.card, found?.card), isOfCrm: false };
  return found === undefined ? undefined : { ...found, isOfCrm: true };
}

/** The card here stands; the CRM's fills in what it lacks. */
export function withFound(
  here: KnownConsumer['card'],
  found: KnownConsumer['card'] | undefined,
): KnownConsumer['card'] {
  if (found === undefined) return here;
  return {
    ...here,
    identityNo: here.identityNo ?? found.identityNo,
    phone: here.phone ?? found.phone,
    email: here.email ?? found.email,
    premises: here.premises ?? found.premises,
    installations: lastInstallations([...found.installations, ...here.installations]),
  };
}

/** Each once, and as many as a card holds: a municipality has more, and the last ones asked about are the useful ones. */
export function lastInstallations(installations: readonly string[]): string[] {
  return [...new Set(installations)].slice(-maxInstallations);
}
