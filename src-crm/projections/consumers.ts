import { sql, type Transaction } from 'kysely';
import { compareEntries } from '../../src-shared/ledger/entry.ts';
import { isOneOf, knownEntry } from '../../src-shared/ledger/entry-types.ts';
import { consumerEntries } from '../../src-shared/ledger/other-entries.ts';
import { foldTurkish } from '../../src-shared/text/fold.ts';
import type { Database } from '../db/schema.ts';
import type { PlacedEntry } from '../ledger/entry-rows.ts';
import { storable } from '../lib/storable.ts';
import { inBatches } from './batches.ts';

/** The latest card of each consumer stands, whichever arrived first. */
export async function projectConsumers(
  tx: Transaction<Database>,
  placed: readonly PlacedEntry[],
): Promise<void> {
  const latest = new Map(
    placed
      .filter(({ entry }) => entry.stream.kind === 'consumer')
      .toSorted((a, b) => compareEntries(a.entry, b.entry))
      .flatMap((item) => {
        const known = knownEntry(item.entry);
        if (known === undefined || !isOneOf(known, consumerEntries)) return [];
        return [[item.entry.stream.id, cardRow(item, known.payload)] as const];
      }),
  );
  for (const batch of inBatches([...latest.values()])) {
    await tx
      .insertInto('consumers')
      .values(batch)
      .onConflict((oc) =>
        oc
          .column('id')
          .doUpdateSet({
            branch: sql`excluded.branch`,
            kind: sql`excluded.kind`,
            name: sql`excluded.name`,
            identity_no: sql`excluded.identity_no`,
            phone: sql`excluded.phone`,
            email: sql`excluded.email`,
            premises: sql`excluded.premises`,
            installations: sql`excluded.installations`,
            words: sql`excluded.words`,
            recorded_at: sql`excluded.recorded_at`,
            entry_id: sql`excluded.entry_id`,
          })
          .where(
            sql<boolean>`(consumers.recorded_at, consumers.entry_id) < (excluded.recorded_at, excluded.entry_id)`,
          ),
      )
      .execute();
  }
}

type Card = ReturnType<(typeof consumerEntries)['consumer.recorded']['parse']>;

function cardRow({ branch, entry }: PlacedEntry, card: Card) {
  return {
    id: entry.stream.id,
    branch,
    kind: card.kind,
    name: storable(card.name),
    identity_no: storable(card.identityNo),
    phone: storable(card.phone),
    email: storable(card.email),
    premises: card.premises === null ? null : JSON.stringify(card.premises),
    installations: card.installations.map((installation) => storable(installation)),
    words: sql<string>`to_tsvector('simple', ${foldTurkish(card.name)})`,
    recorded_at: entry.recordedAt,
    entry_id: entry.id,
  };
}
