import { sql } from 'kysely';
import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import {
  emptyHead,
  followChain,
  hashEntry,
  isSealIntact,
  type LogHead,
} from '../../../src-shared/ledger/chain.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { fact } from '../../../src-shared/ledger/entry-types.ts';
import { readDocument, readLocal } from '../domains/settings/settings.repo.ts';
import { noticeFork } from '../domains/system/notices.ts';
import { systemActor } from '../handler.ts';
import { sha256 } from '../ledger/digest.ts';
import { entriesOfLog, type Reader } from '../ledger/entries.repo.ts';
import { closeLog, openLog, ownHead } from '../ledger/own-log.ts';
import type { Upstream, UpstreamResult } from '../ports.ts';
import type { Work } from '../write.ts';
import { placeOf } from './pull.ts';
import type { SyncServices } from './sync.ts';
import { placesOf, type UpstreamName } from './upstream-places.ts';

/**
 * The upstream holds another history of our log: this store was restored from a backup and went on working.
 * The log is closed at the upstream's history; what only we have goes on, under the same entry ids, in a new
 * log; a person is told. Nothing is lost and, since entries are known by id, nothing happens twice.
 */
export async function continueAfterFork(
  { db, writer, clock, ids, version, told }: SyncServices,
  upstream: Upstream,
  theirs: LogHead,
): Promise<UpstreamResult<null>> {
  const common = await lastCommon(db, upstream, theirs);
  if (!common.ok) return common;
  const history = await fetchAll(upstream, common.value, theirs);
  if (!history.ok) return history;
  const elsewhere = await knownElsewhere(db, upstream, told, common.value);
  if (!elsewhere.ok) return elsewhere;
  const now = new Date(clock.now()).toISOString();

  await writer.write(systemActor, async (work) => {
    const { trx } = work;
    // Read in here: the counter goes on working while the upstream is asked.
    const ours = await entriesOfLog(trx, theirs.log, common.value.seq, Number.MAX_SAFE_INTEGER);
    await trx
      .deleteFrom('entries')
      .where('log', '=', theirs.log)
      .where('seq', '>', common.value.seq)
      .execute();
    const { seq, hash } = history.value.head;
    await trx
      .updateTable('logs')
      .set({
        // To the other upstream everything above what both histories share is told anew.
        sent_seq: sql`min(sent_seq, ${common.value.seq})`,
        hub_seq: sql`min(hub_seq, ${common.value.seq})`,
      })
      .where('log', '=', theirs.log)
      .execute();
    await trx
      .updateTable('logs')
      .set({ seq, hash, [placesOf[told].sent]: seq })
      .where('log', '=', theirs.log)
      .execute();
    for (const entry of [...history.value.entries, ...elsewhere.value]) await work.take(entry);

    const open = await ownHead(trx);
    const isOpen = open.log === theirs.log;
    if (isOpen) await closeLog(trx, theirs.log, now);
    await rehome(work, isOpen ? await openLog(trx, ids.uuid()) : open, ours);
    if (isOpen) await appendOpening(work, theirs.log, version);
    await noticeFork(trx, theirs.log, now);
    work.touch('connection');
    return { ok: true, value: null };
  });
  return { ok: true, value: null };
}

/** The highest seq at which both histories agree. */
async function lastCommon(db: Reader, upstream: Upstream, theirs: LogHead): Promise<UpstreamResult<LogHead>> {
  let low = emptyHead(theirs.log);
  let high = theirs.seq;
  while (low.seq < high) {
    const middle = Math.ceil((low.seq + high) / 2);
    const page = await upstream.logPage(theirs.log, middle - 1, 1);
    if (!page.ok) return page;
    const [entry] = page.value.entries;
    const [own] = await entriesOfLog(db, theirs.log, middle - 1, 1);
    if (entry !== undefined && own?.seq === middle && own.hash === entry.hash)
      low = { log: theirs.log, seq: middle, hash: own.hash };
    else high = middle - 1;
  }
  return { ok: true, value: low };
}

type History = { readonly entries: readonly Entry[]; readonly head: LogHead };

async function fetchAll(upstream: Upstream, from: LogHead, to: LogHead): Promise<UpstreamResult<History>> {
  const entries: Entry[] = [];
  let head = from;
  while (head.seq < to.seq) {
    const page = await upstream.logPage(head.log, head.seq, maxBatch);
    if (!page.ok) return page;
    const followed = followChain(head, page.value.entries, sha256);
    if ('fault' in followed || page.value.entries.length === 0)
      return { ok: false, failure: { kind: 'rejected', code: 'broken_chain' } };
    entries.push(...page.value.entries);
    head = followed.head;
  }
  return { ok: true, value: { entries, head } };
}

/**
 * What only we have of this log may have reached the upstream in another one already, where a backup from before
 * an earlier fork was restored. The upstream would refuse those ids for ever, so the entries are taken as they are.
 */
async function knownElsewhere(
  db: Reader,
  upstream: Upstream,
  told: UpstreamName,
  common: LogHead,
): Promise<UpstreamResult<readonly Entry[]>> {
  const ours = await entriesOfLog(db, common.log, common.seq, Number.MAX_SAFE_INTEGER);
  const ids = new Set(ours.map((entry) => entry.id));
  const found: Entry[] = [];
  let { cursor } = await placeOf(db, told);
  for (;;) {
    const page = await upstream.feed(cursor, maxBatch, common.log);
    if (!page.ok) return page;
    found.push(...page.value.entries.filter((entry) => ids.has(entry.id) && isSealIntact(entry, sha256)));
    if (!page.value.hasMore || page.value.next === cursor) return { ok: true, value: found };
    cursor = page.value.next;
  }
}

/** Gives the same facts, unchanged but for their place, a place in the open log; those that came back keep theirs. */
async function rehome(work: Work, open: LogHead, ours: readonly Entry[]): Promise<void> {
  let head = open;
  for (const entry of ours) {
    const known = await work.trx
      .selectFrom('entries')
      .select('id')
      .where('id', '=', entry.id)
      .executeTakeFirst();
    if (known !== undefined) continue;
    const { hash: _, ...moved } = { ...entry, log: head.log, seq: head.seq + 1, prevHash: head.hash };
    const hash = hashEntry(moved, sha256);
    await work.take({ ...moved, hash });
    head = { log: moved.log, seq: moved.seq, hash };
  }
  work.continueIn(head);
}

async function appendOpening(work: Work, continues: string, appVersion: string): Promise<void> {
  const branch = await readDocument(work.trx, 'branch');
  const workstation = await readLocal(work.trx, 'workstation');
  if (branch === undefined || workstation === undefined) return;
  const { workstationNo } = workstation;
  await work.append(
    fact({ kind: 'workstation', id: continues }, 'workstation.opened', {
      branchCode: branch.code,
      workstationNo,
      continues,
      appVersion,
    }),
  );
}
