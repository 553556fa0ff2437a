import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import { entriesOfLog, type Reader } from '../ledger/entries.repo.ts';
import type { Upstream, UpstreamFailure, UpstreamResult } from '../ports.ts';
import { markSent, reconcile } from './reconcile.ts';
import type { SyncServices } from './sync.ts';

/** A hole or a fork that comes back this often in one round is no longer a race but a fault of the upstream. */
const maxMends = 3;

/** Sends everything above what the upstream holds, slice by slice, in order. */
export async function push(services: SyncServices, upstream: Upstream): Promise<UpstreamResult<null>> {
  const { db, writer } = services;
  for (let mends = 0; ; ) {
    const log = await sentState(db);
    const slice = await entriesOfLog(db, log.log, log.sentSeq, maxBatch);
    if (slice.length === 0) return { ok: true, value: null };
    const reply = await upstream.push(log.log, slice);
    if (reply.ok) {
      // A head that did not move would have this loop send the same slice for ever.
      if (reply.value.head.seq <= log.sentSeq) return rejected('head_stands');
      await markSent(writer, reply.value.head);
      continue;
    }
    const mended = await mend(services, upstream, reply.failure);
    if (!mended.ok) return mended;
    mends += 1;
    if (mends > maxMends) return reply;
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

async function sentState(db: Reader): Promise<{ readonly log: string; readonly sentSeq: number }> {
  return db
    .selectFrom('logs')
    .select(['log', 'sent_seq as sentSeq'])
    .where('is_own', '=', 1)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
}

function rejected(code: string): UpstreamResult<null> {
  return { ok: false, failure: { kind: 'rejected', code } };
}
