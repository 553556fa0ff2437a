import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { genesisHash, sealEntry } from '../../src-shared/ledger/chain.ts';
import type { Entry, NewEntry } from '../../src-shared/ledger/entry.ts';
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
  /** What the stream holds already, so that the new entry sorts after all of it. */
  readonly stream: readonly Entry[];
};

/** Begins the gateway's own log once per database. */
export async function ensureOwnLog(db: Kysely<Database>, clock: Clock): Promise<string> {
  await db
    .insertInto('logs')
    .values({ log: uuidV7(clock.now()), branch: null, is_own: true, seq: 0, hash: genesisHash })
    .onConflict((oc) => oc.column('is_own').where('is_own', '=', true).doNothing())
    .execute();
  const own = await db.selectFrom('logs').select('log').where('is_own', '=', true).executeTakeFirstOrThrow();
  return own.log;
}

/** Writes one entry of the gateway's own. The caller's transaction holds the append lock. */
export async function appendOwn(tx: Transaction<Database>, clock: Clock, own: OwnFact): Promise<Entry> {
  const head = await tx
    .selectFrom('logs')
    .leftJoin('entries', (join) =>
      join.onRef('entries.log', '=', 'logs.log').onRef('entries.seq', '=', 'logs.seq'),
    )
    .select(['logs.log', 'logs.seq', 'logs.hash', 'entries.recorded_at'])
    .where('logs.is_own', '=', true)
    .executeTakeFirstOrThrow();
  const entry = sealEntry(
    own.fact,
    head,
    {
      id: uuidV7(clock.now()),
      recordedAt: nextStamp(head.log, clock, [
        head.recorded_at ?? '',
        ...own.stream.map((earlier) => earlier.recordedAt),
      ]),
      at: isoNow(clock),
      actor: own.actor,
      salt: randomBytes(16).toString('hex'),
    },
    sha256,
  );
  await tx
    .updateTable('logs')
    .set({ seq: entry.seq, hash: entry.hash })
    .where('log', '=', head.log)
    .execute();
  await storeEntries(tx, [{ branch: own.branch, entry }]);
  return entry;
}

/** The clock is read anew from what is stored: several gateways may serve one database. */
function nextStamp(log: string, clock: Clock, seen: readonly string[]): string {
  const latest = seen.toSorted().at(-1) ?? '';
  const node = `crm-${log.slice(-12).toLowerCase()}`;
  return createHybridClock(node, clock.now, latest === '' ? undefined : latest).next();
}
