import { sql, type Transaction } from 'kysely';
import { knownEntry } from '../../src-shared/ledger/entry-types.ts';
import { foldDestruction, type Order, orderOf } from '../../src-shared/ledger/reduce-destruction.ts';
import type { Database } from '../db/schema.ts';
import { type EntryRow, entryOf, type PlacedEntry } from '../ledger/entry-rows.ts';
import { sha256 } from '../lib/ids.ts';
import { projectConsumers } from '../projections/consumers.ts';

/**
 * Erases what a branch has ordered, in the transaction that stores the order. Of the branch's own entries alone: a
 * consumer's card that another branch writes too keeps what that one wrote.
 */
export async function obeyOrders(tx: Transaction<Database>, placed: readonly PlacedEntry[]): Promise<void> {
  const runs = new Map(
    placed
      .filter(({ entry }) => entry.stream.kind === 'destruction')
      .map(({ branch, entry }) => [`${branch} ${entry.stream.id}`, { branch, runId: entry.stream.id }]),
  );
  for (const { branch, runId } of runs.values()) {
    const order = await pendingOrder(tx, branch, runId);
    if (order !== undefined) await obey(tx, branch, order);
  }
}

async function pendingOrder(
  tx: Transaction<Database>,
  branch: string,
  runId: string,
): Promise<Order | undefined> {
  const done = await tx
    .selectFrom('destruction_orders')
    .select('run_id')
    .where('branch', '=', branch)
    .where('run_id', '=', runId)
    .executeTakeFirst();
  if (done !== undefined) return undefined;
  const rows = await tx
    .selectFrom('entries')
    .selectAll()
    .where('stream_kind', '=', 'destruction')
    .where('stream_id', '=', runId)
    .where('branch', '=', branch)
    .execute();
  const run = foldDestruction(rows.map(entryOf));
  return run && orderOf(run, sha256);
}

async function obey(tx: Transaction<Database>, branch: string, { runId, at, items }: Order): Promise<void> {
  const column = (pick: (item: Order['items'][number]) => string): string[] => items.map(pick);
  const listed = sql`unnest(
    ${column(({ kind }) => kind)}::text[], ${column(({ id }) => id)}::text[],
    ${column(({ before }) => before)}::text[]
  ) as item (kind, id, before)`;
  await sql`
    insert into destroyed (branch, kind, id, before) select ${branch}, kind, id, before from ${listed}
    on conflict (branch, kind, id) do update set before = greatest(destroyed.before, excluded.before)`.execute(
    tx,
  );
  await deleteFiles(tx, branch, listed);
  for (const isMeant of [ofStreams, single])
    await sql`
      update entries set payload = 'null', salt = null from ${listed}
      where entries.branch = ${branch} and entries.salt is not null
        and entries.recorded_at < item.before collate "C" and ${isMeant}`.execute(tx);
  const idsOf = (wanted: string) => items.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  await deleteApplications(tx, branch, idsOf('application'));
  await deleteSms(tx, branch, [...idsOf('application'), ...idsOf('phone')]);
  await projectConsumersAnew(tx, branch, idsOf('consumer'));
  await tx
    .insertInto('destruction_orders')
    .values({ branch, run_id: runId, erased_at: at, compacted_at: null })
    .execute();
}

// Apart, so that each is looked up by its own index.
const ofStreams = sql`item.kind <> 'entry' and entries.stream_kind = item.kind and entries.stream_id = item.id`;
const single = sql`item.kind = 'entry' and entries.id = item.id`;

/** By the entries, while they still say which files are theirs. */
async function deleteFiles(
  tx: Transaction<Database>,
  branch: string,
  listed: ReturnType<typeof sql>,
): Promise<void> {
  const added: EntryRow[] = [];
  for (const isMeant of [ofStreams, single]) {
    const { rows } = await sql<EntryRow>`
      select entries.* from entries join ${listed} on ${isMeant}
      where entries.branch = ${branch} and entries.type = 'attachment.added'
        and entries.recorded_at < item.before collate "C"`.execute(tx);
    added.push(...rows);
  }
  const ids = added.flatMap((row) => {
    const known = knownEntry(entryOf(row));
    return known?.type === 'attachment.added' ? [known.payload.attachmentId] : [];
  });
  if (ids.length === 0) return;
  const theirs = sql<boolean>`= any(${ids}::text[])`;
  await sql`delete from attachment_chunks where attachment_id ${theirs}`.execute(tx);
  await sql`delete from attachment_content where attachment_id ${theirs}`.execute(tx);
  await sql`delete from attachments where id ${theirs} and branch = ${branch}`.execute(tx);
}

async function deleteApplications(
  tx: Transaction<Database>,
  branch: string,
  ids: readonly string[],
): Promise<void> {
  await sql`delete from applications where branch = ${branch} and id = any(${ids}::text[])`.execute(tx);
  await sql`delete from intake_requests where application_id = any(${ids}::text[])`.execute(tx);
}

async function deleteSms(
  tx: Transaction<Database>,
  branch: string,
  streams: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ sms_id: string; driver: string | null; reference: string | null }>`
    delete from sms_outbox where branch = ${branch} and stream_id = any(${streams}::text[])
    returning sms_id, driver, reference`.execute(tx);
  await sql`delete from outbox_messages where client_key = any(${rows.map(({ sms_id }) => sms_id)}::text[])`.execute(
    tx,
  );
  const told = rows.flatMap(({ reference }) => reference ?? []);
  await sql`delete from sms_receipts where reference = any(${told}::text[])`.execute(tx);
}

/** What other branches, or a later registration, say of them stands. */
async function projectConsumersAnew(
  tx: Transaction<Database>,
  branch: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from consumers where branch = ${branch} and id = any(${ids}::text[])`.execute(tx);
  const rows = await tx
    .selectFrom('entries')
    .selectAll()
    .where('stream_kind', '=', 'consumer')
    .where(sql<boolean>`stream_id = any(${ids}::text[])`)
    .where('salt', 'is not', null)
    .execute();
  await projectConsumers(
    tx,
    rows.map((row) => ({ branch: row.branch, entry: entryOf(row) })),
  );
}
