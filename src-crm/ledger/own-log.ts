import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { emptyHead, type LogHead, sealEntry } from '../../src-shared/ledger/chain.ts';
import type { NewEntry } from '../../src-shared/ledger/entry.ts';
import { createHybridClock } from '../../src-shared/ledger/hybrid-clock.ts';
import type { Database } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';
import { sha256, uuidV7 } from '../lib/ids.ts';
import { storeEntries } from './store-entries.ts';

export type OwnFact = {
  /** The branch of the application: its feed is where the entry must arrive. */
  readonly branch: string;
  readonly actor: string;
  readonly fact: NewEntry;
};

/** What this process writes into the ledger. */
export type OwnLog = {
  /** Writes the facts in this order, after all that their streams hold. The transaction holds the append lock. */
  readonly append: (tx: Transaction<Database>, facts: readonly OwnFact[]) => Promise<void>;
};

/**
 * A log that goes on from nothing but what this process itself has written. A database restored from an old
 * backup, or a standby that took over, has forgotten entries which counters hold: going on in their log would
 * give its numbers a second time. So each process begins a new log at its first entry, and another one where
 * its last entry is gone.
 */
export function createOwnLog(clock: Clock): OwnLog {
  let last: OwnHead | undefined;
  return {
    append: async (tx, facts) => {
      if (facts.length === 0) return;
      let head = (await stillHeld(tx, last)) ?? beginning(uuidV7(clock.now()));
      const latest = [head.recordedAt, await latestStamp(tx, facts)].toSorted().at(-1);
      const hybrid = createHybridClock(nodeOf(head.log), clock.now, latest || undefined);
      const placed = facts.map(({ branch, actor, fact }) => {
        const context = {
          id: uuidV7(clock.now()),
          recordedAt: hybrid.next(),
          at: isoNow(clock),
          actor,
          salt: randomBytes(16).toString('hex'),
        };
        const entry = sealEntry(fact, head, context, sha256);
        head = { log: entry.log, seq: entry.seq, hash: entry.hash, recordedAt: entry.recordedAt };
        return { branch, entry };
      });
      // Noted before the commit: after a rollback the database's head is another one, and a new log begins.
      last = head;
      const { log, seq, hash } = head;
      await tx
        .insertInto('logs')
        .values({ log, seq, hash, branch: null, is_own: true })
        .onConflict((oc) => oc.column('log').doUpdateSet({ seq, hash }))
        .execute();
      await storeEntries(tx, placed);
    },
  };
}

type OwnHead = LogHead & { readonly recordedAt: string };

function beginning(log: string): OwnHead {
  return { ...emptyHead(log), recordedAt: '' };
}

async function stillHeld(tx: Transaction<Database>, head: OwnHead | undefined): Promise<OwnHead | undefined> {
  if (head === undefined) return undefined;
  const row = await tx
    .selectFrom('logs')
    .select('log')
    .where('log', '=', head.log)
    .where('hash', '=', head.hash)
    .executeTakeFirst();
  return row === undefined ? undefined : head;
}

/** The latest on the streams: other processes and the counters write there too. */
async function latestStamp(tx: Transaction<Database>, facts: readonly OwnFact[]): Promise<string> {
  const kinds = facts.map(({ fact }) => fact.stream.kind);
  const ids = facts.map(({ fact }) => fact.stream.id);
  const { rows } = await sql<{ latest: string }>`
    select coalesce(max(recorded_at), '') as latest
    from unnest(${kinds}::text[], ${ids}::text[]) as stream (kind, id)
    join entries on stream_kind = kind and stream_id = stream.id
  `.execute(tx);
  return rows[0]?.latest ?? '';
}

function nodeOf(log: string): string {
  return `crm-${log.slice(-12)}`;
}
