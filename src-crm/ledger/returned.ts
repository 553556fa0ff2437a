import { type Kysely, sql, type Transaction } from 'kysely';
import { isSealIntact } from '../../src-shared/ledger/chain.ts';
import { compareEntries, type Entry } from '../../src-shared/ledger/entry.ts';
import type { Database } from '../db/schema.ts';
import { sha256 } from '../lib/ids.ts';
import { lockAppends, storeEntries } from './store-entries.ts';

type Returned = { readonly branch: string; readonly entries: readonly Entry[] };

/** What belongs to one branch alone; the ids of other streams, such as settings, come back in every branch. */
const kindsOfOneBranch = ['application', 'ticket'];

/**
 * Takes back what this database has forgotten and a counter still holds: entries of other counters, and those that
 * the gateway itself had written. They are no slice of a log, so each is judged by its own seal, and what is held
 * already, belongs to another branch or does not verify is passed over.
 * @returns how many were taken
 */
export async function takeReturned(db: Kysely<Database>, { branch, entries }: Returned): Promise<number> {
  const sound = entries.filter((entry) => isSealIntact(entry, sha256));
  return await db.transaction().execute(async (tx) => {
    await lockAppends(tx);
    const missing = await ofThisBranch(tx, branch, await notHeld(tx, sound));
    if (missing.length === 0) return 0;
    const inOrder = missing.toSorted(compareEntries);
    await storeEntries(
      tx,
      inOrder.map((entry) => ({ branch, entry })),
    );
    return missing.length;
  });
}

/** A place in a log that another entry has taken stays with that one: two histories are for the log's own counter to mend. */
async function notHeld(tx: Transaction<Database>, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const { rows } = await sql<{ id: string; log: string; seq: number }>`
    select id, log, seq from entries
    where id = any(${entries.map(({ id }) => id)}::text[])
    union
    select id, entries.log, entries.seq from entries
    join unnest(${entries.map(({ log }) => log)}::text[], ${entries.map(({ seq }) => seq)}::bigint[]) as given (log, seq)
      on entries.log = given.log and entries.seq = given.seq
  `.execute(tx);
  const ids = new Set(rows.map(({ id }) => id));
  const places = new Set(rows.map(placeOf));
  return entries.filter((entry) => {
    if (ids.has(entry.id) || places.has(placeOf(entry))) return false;
    ids.add(entry.id);
    places.add(placeOf(entry));
    return true;
  });
}

function placeOf({ log, seq }: Pick<Entry, 'log' | 'seq'>): string {
  return `${log} ${seq}`;
}

async function ofThisBranch(
  tx: Transaction<Database>,
  branch: string,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const column = (pick: (entry: Entry) => string): string[] => entries.map(pick);
  const { rows } = await sql<{ place: number }>`
    select place from unnest(
      ${column(({ log }) => log)}::text[], ${column(({ stream }) => stream.kind)}::text[],
      ${column(({ stream }) => stream.id)}::text[]
    ) with ordinality as given (log, kind, id, place)
    where exists (select from logs where logs.log = given.log and logs.branch <> ${branch})
      or (
        kind = any(${kindsOfOneBranch}::text[])
        and exists (select from entries where stream_kind = kind and stream_id = given.id)
        and not exists (
          select from entries where stream_kind = kind and stream_id = given.id and branch = ${branch}
        )
      )
  `.execute(tx);
  const elsewhere = new Set(rows.map(({ place }) => place));
  return entries.filter((_, index) => !elsewhere.has(index + 1));
}
