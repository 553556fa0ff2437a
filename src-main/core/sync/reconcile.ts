import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import { followChain, type LogHead } from '../../../src-shared/ledger/chain.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { systemActor } from '../handler.ts';
import { sha256 } from '../ledger/digest.ts';
import { entriesOfLog, type Reader } from '../ledger/entries.repo.ts';
import { ownHead, ownLogs } from '../ledger/own-log.ts';
import type { Upstream, UpstreamResult } from '../ports.ts';
import type { Writer } from '../write.ts';
import { continueAfterFork } from './fork.ts';
import { giveBack } from './give-back.ts';
import type { SyncServices } from './sync.ts';
import { placesOf } from './upstream-places.ts';

const done: UpstreamResult<null> = { ok: true, value: null };

/**
 * Compares one of this store's logs with what the upstream holds of it, and mends what differs: an upstream
 * restored from an old backup gets back what it lost of other logs and is then told ours again, a store restored from one gets its own entries back, two histories
 * of one log become two logs.
 */
export async function reconcile(
  services: SyncServices,
  upstream: Upstream,
  theirs: LogHead,
): Promise<UpstreamResult<null>> {
  const { db, told } = services;
  const ours = (await ownLogs(db, told)).find(({ log }) => log === theirs.log);
  if (ours === undefined) return { ok: false, failure: { kind: 'rejected', code: 'wrong_log' } };
  if (theirs.seq < ours.sentSeq) {
    const given = await giveBack(services, upstream);
    if (!given.ok) return given;
  }
  if (theirs.seq <= ours.seq) {
    if (theirs.seq > 0 && (await hashAt(db, theirs.log, theirs.seq)) !== theirs.hash)
      return continueAfterFork(services, upstream, theirs);
    await markSent(services, theirs);
    return done;
  }
  if (!ours.isClosed) return fetchOwn(services, upstream, ours, theirs);
  // Another store goes on in a log that this one has left, such as a copied PC: the feed brings its entries.
  await markSent(services, ours);
  return done;
}

/** A store from an old backup: its own later entries come back from the upstream, page by page. */
async function fetchOwn(
  services: SyncServices,
  upstream: Upstream,
  ours: LogHead,
  theirs: LogHead,
): Promise<UpstreamResult<null>> {
  let head = ours;
  while (head.seq < theirs.seq) {
    const page = await upstream.logPage(head.log, head.seq, maxBatch);
    if (!page.ok) return page;
    if (page.value.entries.length === 0)
      return { ok: false, failure: { kind: 'rejected', code: 'empty_page' } };
    const followed = followChain(head, page.value.entries, sha256);
    if ('fault' in followed || !(await takeOwn(services.writer, page.value.entries, head, followed.head)))
      return continueAfterFork(services, upstream, theirs);
    head = followed.head;
  }
  await markSent(services, head);
  return done;
}

/** False where something was written here while the page was on its way: then its place is taken, a fork. */
async function takeOwn(
  writer: Writer,
  entries: readonly Entry[],
  from: LogHead,
  to: LogHead,
): Promise<boolean> {
  let isTaken = false;
  await writer.write(systemActor, async (work) => {
    const now = await ownHead(work.trx);
    isTaken = now.log === from.log && now.seq === from.seq;
    if (!isTaken) return { ok: true, value: null };
    for (const entry of entries) await work.take(entry);
    work.continueIn(to);
    return { ok: true, value: null };
  });
  return isTaken;
}

/** What the upstream is known to hold of an own log. */
export async function markSent(
  { writer, told }: Pick<SyncServices, 'writer' | 'told'>,
  head: LogHead,
): Promise<void> {
  await writer.write(systemActor, async (work) => {
    const place = { [placesOf[told].sent]: head.seq };
    await work.trx.updateTable('logs').set(place).where('log', '=', head.log).execute();
    work.touch('connection');
    return { ok: true, value: null };
  });
}

async function hashAt(db: Reader, log: string, seq: number): Promise<string | undefined> {
  const [entry] = await entriesOfLog(db, log, seq - 1, 1);
  return entry?.seq === seq ? entry.hash : undefined;
}
