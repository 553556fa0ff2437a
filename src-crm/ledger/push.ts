import type { Kysely, Transaction } from 'kysely';
import { followChain, genesisHash, type LogHead } from '../../src-shared/ledger/chain.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import type { Database } from '../db/schema.ts';
import { sha256 } from '../lib/ids.ts';
import { readHead } from './read.ts';
import { lockAppends, storeEntries } from './store-entries.ts';
import { makeWriteTogether } from './write-together.ts';

export type PushRefusal =
  | { readonly code: 'hole' | 'fork'; readonly head: LogHead }
  | { readonly code: 'other_branch' }
  | {
      readonly code: 'broken_chain';
      readonly fields: readonly { readonly path: string; readonly message: string }[];
    };
export type PushResult =
  | { readonly ok: true; readonly head: LogHead; readonly accepted: number }
  | { readonly ok: false; readonly refusal: PushRefusal };

export type Slice = { readonly branch: string; readonly log: string; readonly entries: readonly Entry[] };

/**
 * Takes a contiguous slice of one log. What is held already with the same hash is passed over, so a slice whose
 * reply was lost can be sent again. Either the whole rest of the slice is durable afterwards, or nothing of it.
 */
export async function push(db: Kysely<Database>, slice: Slice): Promise<PushResult> {
  // The slice is checked in itself before it waits for its turn: hashing 500 entries would hold up every other branch.
  const refusal = brokenSlice(slice);
  return refusal === undefined ? await writeTogether(db, slice) : { ok: false, refusal };
}

/** In one transaction; no two of the slices are of one log. */
async function appendSlices(db: Kysely<Database>, slices: readonly Slice[]): Promise<readonly PushResult[]> {
  try {
    return await db.transaction().execute(async (tx) => {
      await lockAppends(tx);
      const compared: Compared[] = [];
      for (const slice of slices) compared.push(await compareWithLog(tx, slice));
      await moveHeads(tx, compared);
      const fresh = compared.flatMap((slice) =>
        slice.fresh.map((entry) => ({ branch: slice.branch, entry })),
      );
      if (fresh.length > 0) await storeEntries(tx, fresh);
      return compared.map(({ result }) => result);
    });
  } catch (error) {
    if (slices.length > 1 || !isRepeatedId(error)) throw error;
    const fields = [{ path: 'entries', message: 'Kayıt kimliklerinden biri başka bir kayıtta kullanılmış.' }];
    return [{ ok: false, refusal: { code: 'broken_chain', fields } }];
  }
}

const writeTogether = makeWriteTogether(appendSlices);

/** A slice held against its log: what of it is new, where that puts the log's head, and what is answered. */
type Compared = {
  readonly branch: string;
  readonly fresh: readonly Entry[];
  readonly head: LogHead | null;
  readonly result: PushResult;
};

async function compareWithLog(tx: Transaction<Database>, { branch, log, entries }: Slice): Promise<Compared> {
  const nothing = (result: PushResult): Compared => ({ branch, fresh: [], head: null, result });
  const head = await readHead(tx, branch, log);
  if (head === undefined) return nothing({ ok: false, refusal: { code: 'other_branch' } });

  const first = entries[0];
  if (first === undefined) return nothing({ ok: true, head, accepted: 0 });
  if (first.seq > head.seq + 1) return nothing({ ok: false, refusal: { code: 'hole', head } });
  const held = await hashesIn(tx, log, first.seq, entries.length);
  const agrees = entries.every(({ seq, hash }) => (held.get(seq) ?? hash) === hash);
  const follows = first.seq <= head.seq || first.prevHash === head.hash;
  if (!agrees || !follows) return nothing({ ok: false, refusal: { code: 'fork', head } });

  const last = entries.at(-1);
  const next = last === undefined || last.seq <= head.seq ? head : { log, seq: last.seq, hash: last.hash };
  const fresh = entries.filter((entry) => !held.has(entry.seq));
  return { branch, fresh, head: next, result: { ok: true, head: next, accepted: fresh.length } };
}

async function moveHeads(tx: Transaction<Database>, compared: readonly Compared[]): Promise<void> {
  const heads = compared.flatMap(({ branch, head }) =>
    head === null ? [] : [{ ...head, branch, is_own: false }],
  );
  if (heads.length === 0) return;
  await tx
    .insertInto('logs')
    .values(heads)
    .onConflict((oc) =>
      oc.column('log').doUpdateSet(({ ref }) => ({ seq: ref('excluded.seq'), hash: ref('excluded.hash') })),
    )
    .execute();
}

/** What is held in that stretch of a log, by its place there; above the head it is what was returned. */
async function hashesIn(
  tx: Transaction<Database>,
  log: string,
  from: number,
  length: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx
    .selectFrom('entries')
    .select(['seq', 'hash'])
    .where('log', '=', log)
    .where('seq', '>=', from)
    .where('seq', '<', from + length)
    .execute();
  return new Map(rows.map((row) => [row.seq, row.hash]));
}

const faultWords = {
  hole: 'Dilim kesintisiz değil: sıra numarası bir öncekinin devamı olmalı.',
  wrong_log: 'Kayıt başka bir günlüğe ait.',
  broken_link: 'Kayıt kendinden öncekine bağlanmıyor.',
  altered_entry: 'Kaydın özeti içeriğiyle uyuşmuyor.',
  altered_payload: 'Kaydın içeriği, özetiyle uyuşmuyor.',
} as const;

function brokenSlice({ log, entries }: Slice): PushRefusal | undefined {
  const first = entries[0];
  if (first === undefined) return undefined;
  const before = { log, seq: first.seq - 1, hash: first.seq === 1 ? genesisHash : first.prevHash };
  const followed = followChain(before, entries, sha256);
  if ('head' in followed) return undefined;
  const { kind, seq } = followed.fault;
  const index = entries.findIndex((entry) => entry.seq === seq);
  return { code: 'broken_chain', fields: [{ path: `entries.${index}`, message: faultWords[kind] }] };
}

/** An id is unique among all logs; a slice that uses one again is refused by itself and holds up nobody else. */
function isRepeatedId(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return false;
  return error.code === '23505' && error.constraint === 'entries_id_key';
}
