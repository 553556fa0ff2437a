import { type FeedPage, maxBatch } from '../../../src-shared/contract/gateway.ts';
import { isSealIntact } from '../../../src-shared/ledger/chain.ts';
import { type LocalValue, readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { noticeUnverified } from '../domains/system/notices.ts';
import { systemActor } from '../handler.ts';
import { sha256 } from '../ledger/digest.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import { ownHead } from '../ledger/own-log.ts';
import type { Upstream, UpstreamResult } from '../ports.ts';
import type { SyncServices } from './sync.ts';
import { placesOf, type UpstreamName } from './upstream-places.ts';

type Place = LocalValue<'feed'>;

export type Pulled = {
  /** The upstream did not know the place reached: restored from an old backup, it has lost what it was told. */
  readonly isRestarted: boolean;
};

/**
 * Takes everything that the upstream has for this branch; entries and the place in the feed are one transaction.
 * @param atRestart whether to go on where the upstream begins again. A pause takes nothing and keeps the old place, so
 *   that the restart is met again until it was dealt with, and what is new there does not lie above what was lost.
 */
export async function pull(
  services: SyncServices,
  upstream: Upstream,
  atRestart: 'pause' | 'go_on',
): Promise<UpstreamResult<Pulled>> {
  const { db, told } = services;
  const passed = new Set<string>();
  let ahead: Ahead | undefined;
  for (;;) {
    const { cursor } = await placeOf(db, told);
    passed.add(cursor);
    const { log } = await ownHead(db);
    const isWanted = ahead?.cursor === cursor && ahead.log === log;
    const page = await (isWanted && ahead !== undefined ? ahead.page : upstream.feed(cursor, maxBatch, log));
    if (!page.ok) return page;
    const { next, hasMore, isRestart } = page.value;
    if (isRestart && atRestart === 'pause') return { ok: true, value: { isRestarted: true } };
    // A place that comes back would have this go round for ever.
    if (hasMore && passed.has(next)) return { ok: false, failure: { kind: 'rejected', code: 'feed_stands' } };
    ahead = hasMore ? { cursor: next, log, page: upstream.feed(next, maxBatch, log) } : undefined;
    if (isRestart || next !== cursor) await take(services, cursor, page.value);
    if (!hasMore) return { ok: true, value: { isRestarted: false } };
  }
}

/** The page after the one that is being taken: the upstream works on it meanwhile. */
type Ahead = {
  readonly cursor: string;
  readonly log: string;
  readonly page: ReturnType<Upstream['feed']>;
};

export async function placeOf(db: Reader, told: UpstreamName): Promise<Place> {
  return (await readLocal(db, placesOf[told].feed)) ?? { cursor: '', stamp: null };
}

/** Where the live announcements of the hub have gone on meanwhile, the place stays as they left it. */
async function take(
  { writer, clock, log, told }: SyncServices,
  asked: string,
  page: FeedPage,
): Promise<void> {
  // The links can't be followed here, since the feed is a selection; each entry's own seal can.
  const sound = page.entries.filter((entry) => isSealIntact(entry, sha256));
  const unsound = page.entries.length - sound.length;
  if (unsound > 0) log.error('the feed held entries that do not verify', { count: unsound });
  await writer.write(systemActor, async (work) => {
    const before = await placeOf(work.trx, told);
    for (const entry of sound) await work.take(entry);
    if (unsound > 0) {
      await noticeUnverified(work.trx, unsound, new Date(clock.now()).toISOString());
      work.touch('connection');
    }
    const stamp = [before.stamp ?? '', ...sound.map((entry) => entry.recordedAt)].sort().at(-1) ?? '';
    const cursor = before.cursor === asked || page.isRestart ? page.next : before.cursor;
    await saveLocal(work.trx, placesOf[told].feed, { cursor, stamp: stamp === '' ? null : stamp });
    return { ok: true, value: null };
  });
}
