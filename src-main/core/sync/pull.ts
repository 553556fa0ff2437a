import { type FeedPage, maxBatch } from '../../../src-shared/contract/gateway.ts';
import { isSealIntact } from '../../../src-shared/ledger/chain.ts';
import { readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import { sha256 } from '../ledger/digest.ts';
import { ownHead } from '../ledger/own-log.ts';
import type { Upstream, UpstreamResult } from '../ports.ts';
import type { SyncServices } from './sync.ts';

/** Takes everything that the upstream has for this branch; entries and the place in the feed are one transaction. */
export async function pull(services: SyncServices, upstream: Upstream): Promise<UpstreamResult<null>> {
  const { db } = services;
  for (;;) {
    const { position } = (await readLocal(db, 'feed')) ?? { position: 0 };
    const { log } = await ownHead(db);
    const page = await upstream.feed(position, maxBatch, log);
    if (!page.ok) return page;
    if (page.value.next !== position) await take(services, page.value);
    if (!page.value.hasMore) return { ok: true, value: null };
  }
}

async function take({ writer, log }: SyncServices, page: FeedPage): Promise<void> {
  // The links can't be followed here, since the feed is a selection; each entry's own seal can.
  const sound = page.items.map((item) => item.entry).filter((entry) => isSealIntact(entry, sha256));
  if (sound.length < page.items.length)
    log.error('the feed held entries that do not verify', { count: page.items.length - sound.length });
  await writer.write(systemActor, async (work) => {
    const before = await readLocal(work.trx, 'feed');
    for (const entry of sound) await work.take(entry);
    const stamps = [before?.stamp ?? '', ...sound.map((entry) => entry.recordedAt)].sort();
    const stamp = stamps.at(-1) ?? '';
    await saveLocal(work.trx, 'feed', { position: page.next, stamp: stamp === '' ? null : stamp });
    return { ok: true, value: null };
  });
}
