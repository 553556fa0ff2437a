import type { PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import { consumerEntries } from '../../../../src-shared/ledger/other-entries.ts';
import type { ConsumerRecord } from '../../db/schema.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export type KnownConsumer = { readonly id: string; readonly card: PayloadOf<'consumer.recorded'> };

/** As many as a card holds (`consumer.recorded`). */
export const maxInstallations = 200;

export async function consumerById(db: Reader, id: string): Promise<KnownConsumer | undefined> {
  const row = await db.selectFrom('consumers').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : consumerOf(row);
}

/** The oldest card where a merge of two stores has brought two. */
export async function consumerByIdentityNo(
  db: Reader,
  identityNo: string,
): Promise<KnownConsumer | undefined> {
  const row = await db
    .selectFrom('consumers')
    .selectAll()
    .where('identity_no', '=', identityNo)
    .orderBy('id')
    .executeTakeFirst();
  return row === undefined ? undefined : consumerOf(row);
}

export function consumerOf(row: ConsumerRecord): KnownConsumer {
  const card = consumerEntries['consumer.recorded'].parse({
    kind: row.kind,
    name: row.name,
    identityNo: row.identity_no,
    phone: row.phone,
    email: row.email,
    premises: row.premises === null ? null : JSON.parse(row.premises),
    installations: JSON.parse(row.installations),
  });
  return { id: row.id, card };
}
