import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { GatewayAttachment } from '../../src-shared/contract/gateway-attachments.ts';
import type { Database } from '../db/schema.ts';
import { type Found, findAttachment, type KnownAttachment, stateOf } from './find-attachment.ts';

type Slice = {
  readonly branch: string;
  readonly id: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
};

/** A slice that is not the last one; smaller ones would make a row of every byte. */
const leastBytes = 64 * 1024;

/**
 * Takes what lies above the bytes that are held, so a slice may come again, in part again, or too early. With the last
 * byte the whole is held against the digest of its entry. One slice of a file at a time.
 */
export async function takeSlice(db: Kysely<Database>, slice: Slice): Promise<Found<GatewayAttachment>> {
  return db.transaction().execute(async (tx) => {
    await lockContent(tx, slice.id);
    const found = await findAttachment(tx, slice.branch, slice.id);
    if (!found.ok) return found;
    const { size, received, isComplete, isWithdrawn } = found.value;
    const end = slice.offset + slice.bytes.length;
    if (end > size || (end < size && slice.bytes.length < leastBytes))
      return { ok: false, refusal: 'invalid_input' };
    if (isComplete || isWithdrawn || slice.offset > received || end <= received)
      return { ok: true, value: stateOf(found.value) };
    await append(tx, slice.id, received, slice.bytes.subarray(received - slice.offset));
    if (end < size) return { ok: true, value: { ...stateOf(found.value), received: end } };
    return complete(tx, found.value);
  });
}

/** By the id, since there is no row to lock before the first byte. */
async function lockContent(tx: Transaction<Database>, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7202601))`.execute(tx);
}

async function append(
  tx: Transaction<Database>,
  id: string,
  start: number,
  bytes: Uint8Array,
): Promise<void> {
  await tx.insertInto('attachment_chunks').values({ attachment_id: id, start, bytes }).execute();
  const received = start + bytes.length;
  await tx
    .insertInto('attachment_content')
    .values({ attachment_id: id, received, is_complete: false })
    .onConflict((oc) => oc.column('attachment_id').doUpdateSet({ received }))
    .execute();
}

async function complete(
  tx: Transaction<Database>,
  attachment: KnownAttachment,
): Promise<Found<GatewayAttachment>> {
  const { id, size, sha256 } = attachment;
  if ((await digestOf(tx, id)) !== sha256) {
    await tx.deleteFrom('attachment_chunks').where('attachment_id', '=', id).execute();
    await tx.deleteFrom('attachment_content').where('attachment_id', '=', id).execute();
    return { ok: false, refusal: 'wrong_content' };
  }
  await tx
    .updateTable('attachment_content')
    .set({ is_complete: true })
    .where('attachment_id', '=', id)
    .execute();
  return { ok: true, value: { ...stateOf(attachment), received: size, isComplete: true } };
}

/** Chunk by chunk: a whole file need not stand in memory. */
async function digestOf(tx: Transaction<Database>, id: string): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; ; ) {
    const chunk = await tx
      .selectFrom('attachment_chunks')
      .select('bytes')
      .where('attachment_id', '=', id)
      .where('start', '=', start)
      .executeTakeFirst();
    if (chunk === undefined) return hash.digest('hex');
    hash.update(chunk.bytes);
    start += chunk.bytes.length;
  }
}
