import { type FeedPage, maxBatch } from '../../../src-shared/contract/gateway.ts';
import { isSealIntact } from '../../../src-shared/ledger/chain.ts';
import { type LocalValue, readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import { sha256 } from '../ledger/digest.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import { ownHead } from '../ledger/own-log.ts';
import type { Upstream, UpstreamResult } from '../ports.ts';
import type { SyncServices } from './sync.ts';

type Place = LocalValue<'feed'>;

/**
 * Whether the feed is still the one that was read up to here. An upstream restored from an old backup gives its
 * positions out again, to other entries: where another one stands at the place reached, or none, the feed will
 * be read from its beginning, and the upstream has to be told again what it lost.
 */
export async function isSameFeed(
  services: SyncServices,
  upstream: Upstream,
): Promise<UpstreamResult<boolean>> {
  const reached = await placeOf(services.db);
  if (reached.mark === null) return { ok: true, value: true };
  const standing = await entryAt(upstream, reached.position);
  if (!standing.ok) return standing;
  if (standing.value === reached.mark) return { ok: true, value: true };
  await moveTo(services, { ...reached, position: 0, mark: null });
  return { ok: true, value: false };
}

/** Takes everything that the upstream has for this branch; entries and the place in the feed are one transaction. */
export async function pull(services: SyncServices, upstream: Upstream): Promise<UpstreamResult<null>> {
  const { db } = services;
  for (;;) {
    const { position } = await placeOf(db);
    const { log } = await ownHead(db);
    const page = await upstream.feed(position, maxBatch, log);
    if (!page.ok) return page;
    const { next, hasMore } = page.value;
    if (next < position || (hasMore && next === position))
      return { ok: false, failure: { kind: 'rejected', code: 'feed_stands' } };
    if (next > position) await take(services, page.value);
    if (!hasMore) return learnMark(services, upstream);
  }
}

/** The feed passes over this store's own entries, so what stands at the place reached may have to be asked for. */
async function learnMark(services: SyncServices, upstream: Upstream): Promise<UpstreamResult<null>> {
  const reached = await placeOf(services.db);
  if (reached.position > 0 && reached.mark === null) {
    const standing = await entryAt(upstream, reached.position);
    if (!standing.ok) return standing;
    if (standing.value !== null) await moveTo(services, { ...reached, mark: standing.value });
  }
  return { ok: true, value: null };
}

async function entryAt(upstream: Upstream, position: number): Promise<UpstreamResult<string | null>> {
  const page = await upstream.feed(position - 1, 1, null);
  if (!page.ok) return page;
  const [item] = page.value.items;
  return { ok: true, value: item?.position === position ? item.entry.id : null };
}

async function placeOf(db: Reader): Promise<Place> {
  return (await readLocal(db, 'feed')) ?? { position: 0, mark: null, stamp: null };
}

async function moveTo({ writer }: SyncServices, place: Place): Promise<void> {
  await writer.write(systemActor, async (work) => {
    await saveLocal(work.trx, 'feed', place);
    return { ok: true, value: null };
  });
}

async function take({ writer, log }: SyncServices, page: FeedPage): Promise<void> {
  // The links can't be followed here, since the feed is a selection; each entry's own seal can.
  const sound = page.items.map((item) => item.entry).filter((entry) => isSealIntact(entry, sha256));
  if (sound.length < page.items.length)
    log.error('the feed held entries that do not verify', { count: page.items.length - sound.length });
  const last = page.items.at(-1);
  await writer.write(systemActor, async (work) => {
    const before = await placeOf(work.trx);
    for (const entry of sound) await work.take(entry);
    const stamp = [before.stamp ?? '', ...sound.map((entry) => entry.recordedAt)].sort().at(-1) ?? '';
    await saveLocal(work.trx, 'feed', {
      position: page.next,
      mark: last?.position === page.next ? last.entry.id : null,
      stamp: stamp === '' ? null : stamp,
    });
    return { ok: true, value: null };
  });
}
