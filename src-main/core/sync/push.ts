import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import { entriesOfLog } from '../ledger/entries.repo.ts';
import { ownLogs } from '../ledger/own-log.ts';
import type { Upstream, UpstreamFailure, UpstreamResult } from '../ports.ts';
import { markSent, reconcile } from './reconcile.ts';
import type { SyncServices } from './sync.ts';

/** A hole or a fork that comes back this often in one round is no longer a race but a fault of the upstream. */
const maxMends = 3;

/** Sends everything above what the upstream holds, slice by slice, in order. */
export async function push(services: SyncServices, upstream: Upstream): Promise<UpstreamResult<null>> {
  const { db, link, told } = services;
  for (let mends = 0; ; ) {
    const log = (await ownLogs(db, told)).find(({ sentSeq, seq }) => sentSeq < seq);
    if (log === undefined) return { ok: true, value: null };
    const slice = await entriesOfLog(db, log.log, log.sentSeq, Math.min(maxBatch, log.seq - log.sentSeq));
    const last = slice.at(-1);
    if (last === undefined) throw new Error('The head of an own log stands above its last entry');
    const reply = await upstream.push(log.log, slice);
    if (reply.ok && reply.value.head.seq === last.seq && reply.value.head.hash === last.hash) {
      await markSent(services, reply.value.head);
      // A day's backlog takes many slices; the screen should not call that offline.
      link.succeeded();
      continue;
    }
    // A head other than that of the slice would have this loop skip entries, or send the same ones for ever.
    const mended = await mend(
      services,
      upstream,
      reply.ok ? { kind: 'hole', head: reply.value.head } : reply.failure,
    );
    if (!mended.ok) return mended;
    mends += 1;
    if (mends > maxMends) return reply.ok ? rejected('head_stands') : reply;
  }
}

async function mend(
  services: SyncServices,
  upstream: Upstream,
  failure: UpstreamFailure,
): Promise<UpstreamResult<null>> {
  if (failure.kind !== 'hole' && failure.kind !== 'fork') return { ok: false, failure };
  return reconcile(services, upstream, failure.head);
}

function rejected(code: string): UpstreamResult<null> {
  return { ok: false, failure: { kind: 'rejected', code } };
}
