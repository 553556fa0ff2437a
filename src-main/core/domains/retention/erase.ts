import type { Transaction } from 'kysely';
import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../../../src-shared/ledger/entry-types.ts';
import type { Order } from '../../../../src-shared/ledger/reduce-destruction.ts';
import type { Schema } from '../../db/schema.ts';
import { entryOf } from '../../ledger/entries.repo.ts';
import { projectAnew } from './drop-projection.ts';

type Item = Order['items'][number];

/**
 * Erases payload and salt of what is ordered, and all that was made of it. The entries stay in the chain. May be done
 * again at any time: what is erased already is passed over, and what comes later is erased as it comes (`destroyed`).
 */
export async function eraseItems(
  trx: Transaction<Schema>,
  runId: string,
  items: readonly Item[],
): Promise<void> {
  for (const item of items) {
    await remember(trx, runId, item);
    const stream = await eraseEntries(trx, item);
    if (item.kind === 'application') await releaseUploads(trx, item.id);
    if (stream !== undefined) await projectAnew(trx, stream);
  }
}

/** What commands answered and what lies half-written, where it names something of the run. */
export async function eraseTraces(trx: Transaction<Schema>, items: readonly Item[]): Promise<void> {
  const ids = new Set(items.map(({ id }) => id));
  const names = (text: string) => (text.match(uuids) ?? []).some((id) => ids.has(id));
  const receipts = await trx.selectFrom('receipts').select(['command_id', 'answer']).execute();
  for (const { command_id: commandId, answer } of receipts)
    if (names(answer)) await trx.deleteFrom('receipts').where('command_id', '=', commandId).execute();
  const drafts = await trx.selectFrom('drafts').select(['user_id', 'body']).execute();
  for (const { user_id: userId, body } of drafts)
    if (names(body)) await trx.deleteFrom('drafts').where('user_id', '=', userId).execute();
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

async function remember(trx: Transaction<Schema>, runId: string, { kind, id, before }: Item): Promise<void> {
  await trx
    .insertInto('destroyed')
    .values({ kind, id, before, run_id: runId })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'id'])
        .doUpdateSet({ before, run_id: runId })
        .where('destroyed.before', '<', before),
    )
    .execute();
}

/** @returns the stream that the erased entries were on; undefined where there was nothing left to erase */
async function eraseEntries(
  trx: Transaction<Schema>,
  { kind, id, before }: Item,
): Promise<Stream | undefined> {
  const rows = await trx
    .selectFrom('entries')
    .selectAll()
    .$if(kind === 'entry', (query) => query.where('id', '=', id))
    .$if(kind !== 'entry', (query) => query.where('stream_kind', '=', kind).where('stream_id', '=', id))
    .where('recorded_at', '<', before)
    .where('salt', 'is not', null)
    .execute();
  const [first] = rows;
  if (first === undefined) return undefined;
  for (const entry of rows.map(entryOf)) {
    const known = knownEntry(entry);
    if (known?.type === 'attachment.added') await releaseFile(trx, known.payload.attachmentId);
  }
  await trx
    .updateTable('entries')
    .set({ payload: null, salt: null })
    .where(
      'position',
      'in',
      rows.map(({ position }) => position),
    )
    .execute();
  return { kind: first.stream_kind, id: first.stream_id };
}

/** The bytes go after the commit (`destroy-files.ts`). */
async function releaseFile(trx: Transaction<Schema>, id: string): Promise<void> {
  await trx
    .insertInto('destroyed_files')
    .values({ attachment_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function releaseUploads(trx: Transaction<Schema>, applicationId: string): Promise<void> {
  const uploads = await trx
    .deleteFrom('attachment_uploads')
    .where('application_id', '=', applicationId)
    .returning('id')
    .execute();
  for (const { id } of uploads) await releaseFile(trx, id);
}
