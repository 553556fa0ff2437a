import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Found, findAttachment } from './find-attachment.ts';

type Range = {
  readonly branch: string;
  readonly id: string;
  readonly offset: number;
  readonly length: number;
};

/** A range of a complete file; it may end before `length` with the file. */
export async function readContent(
  db: Kysely<Database>,
  { branch, id, offset, length }: Range,
): Promise<Found<Buffer>> {
  const found = await findAttachment(db, branch, id);
  if (!found.ok) return found;
  if (!found.value.isComplete) return { ok: false, refusal: 'not_found' };
  const end = Math.min(offset + length, found.value.size);
  const chunks = await db
    .selectFrom('attachment_chunks')
    .select(['start', 'bytes'])
    .where('attachment_id', '=', id)
    .where('start', '<', end)
    .where(sql<boolean>`start + octet_length(bytes) > ${offset}::bigint`)
    .orderBy('start')
    .execute();
  const parts = chunks.map(({ start, bytes }) =>
    bytes.subarray(Math.max(0, offset - start), Math.max(0, end - start)),
  );
  return { ok: true, value: Buffer.concat(parts) };
}
