import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { consumerAtDesk } from './consumer-at-desk.ts';

type Input = ParsedInputOf<'application.register'>;

/** Fills in what the form left to the card: the clerk saw it masked, so it can't come from there. */
export async function withCard(db: Reader, input: Input): Promise<Input> {
  const { fromCard, consumerId, applicant } = input;
  if (fromCard.length === 0 || consumerId === null) return input;
  const card = (await consumerAtDesk(db, consumerId))?.card;
  const kept = fromCard.flatMap((field) =>
    applicant[field] === null && card !== undefined ? [[field, card[field]] as const] : [],
  );
  return { ...input, applicant: { ...applicant, ...Object.fromEntries(kept) } };
}
