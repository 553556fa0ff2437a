import { fail } from '../../../src-shared/contract/errors.ts';
import type { FeedPage, LogPage, PushReply, ReturnReply } from '../../../src-shared/contract/gateway.ts';
import {
  emptyHead,
  followChain,
  genesisHash,
  isSealIntact,
  type LogHead,
} from '../../../src-shared/ledger/chain.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { systemActor } from '../handler.ts';
import { sha256 } from '../ledger/digest.ts';
import { entriesOfLog, entryOf, type Reader } from '../ledger/entries.repo.ts';
import type { Writer } from '../write.ts';

type Refusal =
  | { readonly kind: 'hole' | 'fork'; readonly head: LogHead }
  | { readonly kind: 'rejected'; readonly code: string };
type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Refusal };

/** The hub's side of the exchange of logs: to the PCs of the branch it is what the CRM's gateway is. */
export type HubLedger = {
  readonly head: (log: string) => Promise<Answer<LogHead>>;
  readonly push: (log: string, entries: readonly Entry[]) => Promise<Answer<PushReply>>;
  readonly giveBack: (entries: readonly Entry[]) => Promise<Answer<ReturnReply>>;
  readonly logPage: (log: string, after: number, limit: number) => Promise<Answer<LogPage>>;
  readonly feed: (after: string, limit: number, exceptLog: string | null) => Promise<Answer<FeedPage>>;
};

export function createHubLedger(db: Reader, writer: Writer): HubLedger {
  return {
    head: async (log) => succeed(await headOf(db, log)),

    push: async (log, entries) => {
      const [first] = entries;
      if (first === undefined) return succeed({ head: await headOf(db, log), accepted: 0 });
      const before = { log, seq: first.seq - 1, hash: first.prevHash };
      if ('fault' in followChain(before, entries, sha256))
        return refuse({ kind: 'rejected', code: 'broken_chain' });
      let refusal: Refusal | undefined;
      const result = await writer.write<PushReply>(systemActor, async (work) => {
        refusal = await whyNot(work.trx, first, entries);
        if (refusal !== undefined) return fail('wrong_state');
        let accepted = 0;
        for (const entry of entries) if (await work.take(entry)) accepted += 1;
        const last = entries.at(-1) ?? first;
        const [held] = await entriesOfLog(work.trx, log, last.seq - 1, 1);
        if (held?.hash === last.hash)
          return { ok: true, value: { head: { log, seq: last.seq, hash: last.hash }, accepted } };
        // An id that another log has used is passed over by the store, and would leave a hole here.
        refusal = { kind: 'rejected', code: 'repeated_id' };
        return fail('wrong_state');
      });
      if (result.ok) return succeed(result.value);
      return refuse(refusal ?? { kind: 'rejected', code: result.error.code });
    },

    giveBack: async (entries) => {
      let taken = 0;
      await writer.write(systemActor, async (work) => {
        for (const entry of entries) if (isSealIntact(entry, sha256) && (await work.take(entry))) taken += 1;
        return { ok: true, value: null };
      });
      return succeed({ taken });
    },

    logPage: async (log, after, limit) =>
      succeed({ entries: [...(await entriesOfLog(db, log, after, limit))], head: await headOf(db, log) }),

    feed: async (after, limit, exceptLog) => {
      const from = await placeOf(db, after);
      const rows = await db
        .selectFrom('entries')
        .selectAll()
        .where('position', '>', from ?? 0)
        .orderBy('position')
        .limit(limit)
        .execute();
      const last = rows.at(-1);
      return succeed({
        entries: rows.map(entryOf).filter((entry) => entry.log !== exceptLog),
        next: last === undefined ? (from === undefined ? '' : after) : cursorOf(last.position, last.id),
        hasMore: rows.length === limit,
        isRestart: from === undefined,
      });
    },
  };
}

/** A place in this store's order of arrival; the id tells whether it is still the same store. */
export function cursorOf(position: number, id: string): string {
  return `${position}.${id}`;
}

/** Whether somebody who has read the hub's feed up to one place has read what lies before the other. */
export function isReached(read: string, place: string): boolean {
  return read === place || Number.parseInt(read, 10) >= Number.parseInt(place, 10);
}

/** The place after the latest entry; '' in an empty store. */
export async function latestCursor(db: Reader): Promise<string> {
  const row = await db
    .selectFrom('entries')
    .select(['position', 'id'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? '' : cursorOf(row.position, row.id);
}

/** Undefined for a cursor of another store, or of this one before it was restored from a backup. */
async function placeOf(db: Reader, cursor: string): Promise<number | undefined> {
  if (cursor === '') return 0;
  const [, position, id] = /^(\d{1,15})\.([\w-]+)$/.exec(cursor) ?? [];
  if (position === undefined) return undefined;
  const row = await db
    .selectFrom('entries')
    .select('id')
    .where('position', '=', Number(position))
    .executeTakeFirst();
  return row?.id === id ? Number(position) : undefined;
}

async function whyNot(db: Reader, first: Entry, entries: readonly Entry[]): Promise<Refusal | undefined> {
  const { log } = first;
  if (first.seq === 1 ? first.prevHash !== genesisHash : !(await isAbove(db, first))) {
    const [before] = first.seq === 1 ? [first] : await entriesOfLog(db, log, first.seq - 2, 1);
    const isHole = before?.seq !== first.seq - 1 && first.seq !== 1;
    return { kind: isHole ? 'hole' : 'fork', head: await headOf(db, log) };
  }
  const held = new Map(
    (await entriesOfLog(db, log, first.seq - 1, entries.length)).map(({ seq, hash }) => [seq, hash]),
  );
  const agrees = entries.every(({ seq, hash }) => (held.get(seq) ?? hash) === hash);
  return agrees ? undefined : { kind: 'fork', head: await headOf(db, log) };
}

async function isAbove(db: Reader, { log, seq, prevHash }: Entry): Promise<boolean> {
  const [before] = await entriesOfLog(db, log, seq - 2, 1);
  return before?.seq === seq - 1 && before.hash === prevHash;
}

/** Up to which entry this store holds the log without a hole; the CRM's feed may have brought later ones alone. */
async function headOf(db: Reader, log: string): Promise<LogHead> {
  const first = await db
    .selectFrom('entries')
    .select(['seq', 'hash'])
    .where('log', '=', log)
    .where('seq', '=', 1)
    .executeTakeFirst();
  if (first === undefined) return emptyHead(log);
  const end = await db
    .selectFrom('entries as e')
    .select(['e.seq', 'e.hash'])
    .where('e.log', '=', log)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('entries as n')
            .select('n.id')
            .whereRef('n.log', '=', 'e.log')
            .whereRef('n.seq', '=', (ref) => ref('e.seq', '+', 1)),
        ),
      ),
    )
    .orderBy('e.seq')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { log, ...end };
}

function succeed<T>(value: T): Answer<T> {
  return { ok: true, value };
}

function refuse(failure: Refusal): { readonly ok: false; readonly failure: Refusal } {
  return { ok: false, failure };
}
