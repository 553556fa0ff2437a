import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import { emptyHead, followChain, type LogHead, sealEntry } from '../../../src-shared/ledger/chain.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { fact } from '../../../src-shared/ledger/entry-types.ts';
import { readDocument, readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import { sha256 } from '../ledger/digest.ts';
import { entriesOfLog, type Reader } from '../ledger/entries.repo.ts';
import { closeLog, openLog } from '../ledger/own-log.ts';
import type { Upstream, UpstreamResult } from '../ports.ts';
import type { Work } from '../write.ts';
import type { SyncServices } from './sync.ts';

/**
 * The upstream holds another history of our log: this store was restored from a backup and went on working.
 * The log is closed at the upstream's history; what only we have goes on, under the same entry ids, in a new
 * log; a person is told. Nothing is lost and, since entries are known by id, nothing happens twice.
 */
export async function continueAfterFork(
  { db, writer, clock, ids, version }: SyncServices,
  upstream: Upstream,
  theirs: LogHead,
): Promise<UpstreamResult<null>> {
  const common = await lastCommon(db, upstream, theirs);
  if (!common.ok) return common;
  const fetched = await fetchAll(upstream, common.value, theirs);
  if (!fetched.ok) return fetched;
  const orphans = await entriesOfLog(db, theirs.log, common.value.seq, Number.MAX_SAFE_INTEGER);
  const now = new Date(clock.now()).toISOString();

  await writer.write(systemActor, async (work) => {
    await work.trx
      .deleteFrom('entries')
      .where('log', '=', theirs.log)
      .where('seq', '>', common.value.seq)
      .execute();
    await closeLog(work.trx, theirs.log, now);
    await work.trx
      .updateTable('logs')
      .set({ seq: theirs.seq, hash: theirs.hash, sent_seq: theirs.seq })
      .where('log', '=', theirs.log)
      .execute();
    const theirIds = new Set(fetched.value.map((entry) => entry.id));
    for (const entry of fetched.value) await work.take(entry);
    const opened = await openLog(work.trx, ids.uuid());
    await rehome(
      work,
      opened,
      orphans.filter((entry) => !theirIds.has(entry.id)),
    );
    await appendOpening(work, theirs.log, version);
    await saveLocal(work.trx, 'fork', { at: now, log: theirs.log });
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

async function fetchAll(
  upstream: Upstream,
  from: LogHead,
  to: LogHead,
): Promise<UpstreamResult<readonly Entry[]>> {
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
  return { ok: true, value: entries };
}

/** Seals the same facts again at their place in the new log. */
async function rehome(work: Work, opened: LogHead, orphans: readonly Entry[]): Promise<void> {
  let head = opened;
  for (const orphan of orphans) {
    const { id, recordedAt, at, actor, salt } = orphan;
    if (salt === null) continue;
    const entry = sealEntry(orphan, head, { id, recordedAt, at, actor, salt }, sha256);
    await work.take(entry);
    head = { log: entry.log, seq: entry.seq, hash: entry.hash };
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
