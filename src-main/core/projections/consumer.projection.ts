import type { Transaction } from 'kysely';
import { type Entry, inOrder, type Stream } from '../../../src-shared/ledger/entry.ts';
import { knownEntry, type PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import { searchWords } from '../../../src-shared/text/search-words.ts';
import type { Schema } from '../db/schema.ts';

type Card = PayloadOf<'consumer.recorded'>;

/** The latest card stands. */
export async function projectConsumer(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const card = latestCard(entries);
  if (card === undefined) return;
  const rowId = await saveCard(trx, stream.id, card);
  await trx.deleteFrom('consumer_search').where('rowid', '=', rowId).execute();
  await trx
    .insertInto('consumer_search')
    .values({ rowid: rowId, body: searchBodyOf(card) })
    .execute();
  await trx.deleteFrom('consumer_installations').where('consumer_id', '=', stream.id).execute();
  for (const installation of new Set(card.installations))
    await trx
      .insertInto('consumer_installations')
      .values({ installation_no: installation, consumer_id: stream.id })
      .execute();
}

export function latestCard(entries: readonly Entry[]): Card | undefined {
  // From the end, so that a card that was mended a thousand times is read once.
  for (const entry of inOrder(entries).toReversed()) {
    const known = knownEntry(entry);
    if (known?.type === 'consumer.recorded') return known.payload;
  }
  return undefined;
}

async function saveCard(trx: Transaction<Schema>, id: string, card: Card): Promise<number> {
  const record = {
    id,
    kind: card.kind,
    name: card.name,
    identity_no: card.identityNo,
    phone: card.phone,
    email: card.email,
    premises: card.premises === null ? null : JSON.stringify(card.premises),
    installations: JSON.stringify(card.installations),
  };
  const saved = await trx
    .insertInto('consumers')
    .values(record)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(record))
    .returning('row_id')
    .executeTakeFirstOrThrow();
  return saved.row_id;
}

function searchBodyOf(card: Card): string {
  const { premises } = card;
  return searchWords(
    [card.name, premises?.street, premises?.neighbourhood, premises?.district].filter(Boolean).join(' '),
  ).join(' ');
}
