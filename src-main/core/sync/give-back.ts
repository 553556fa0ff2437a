import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import { entryOf, type Reader } from '../ledger/entries.repo.ts';
import type { Upstream, UpstreamResult } from '../ports.ts';
import type { SyncServices } from './sync.ts';
import { placesOf } from './upstream-places.ts';

/**
 * Gives an upstream that was restored from an old backup what this store holds of other logs, the newest first: what
 * it has lost is what came last. Done before our own logs are told again, since among it are the reports of SMS that
 * our own entries ask for. Ends at the first batch of which the upstream lacked nothing; after an interruption only
 * below all that may have been given by then, or what lies deeper would be missed.
 */
export async function giveBack(services: SyncServices, upstream: Upstream): Promise<UpstreamResult<null>> {
  const { db, link, told } = services;
  const reached = (await readLocal(db, placesOf[told].givingBack))?.below ?? Number.MAX_SAFE_INTEGER;
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const batch = await foreignEntries(db, below);
    if (batch.entries.length === 0) break;
    below = batch.lowest;
    // Before it is sent: the upstream may take it, and its answer be lost.
    if (below < reached) await remember(services, below);
    const reply = await upstream.giveBack(batch.entries);
    if (!reply.ok) return reply;
    link.succeeded();
    if (reply.value.taken === 0 && below < reached) break;
  }
  await remember(services, null);
  return { ok: true, value: null };
}

type Batch = { readonly entries: readonly Entry[]; readonly lowest: number };

/** Entries that this store did not write, by arrival, the latest first. */
async function foreignEntries(db: Reader, below: number): Promise<Batch> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('position', '<', below)
    .where('log', 'not in', (logs) => logs.selectFrom('logs').select('log').where('is_own', '=', 1))
    .orderBy('position', 'desc')
    .limit(maxBatch)
    .execute();
  return { entries: rows.map(entryOf), lowest: rows.at(-1)?.position ?? 0 };
}

async function remember({ writer, told }: SyncServices, below: number | null): Promise<void> {
  await writer.write(systemActor, async ({ trx }) => {
    await saveLocal(trx, placesOf[told].givingBack, below === null ? null : { below });
    return { ok: true, value: null };
  });
}
