import type { z } from 'zod';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import type { LanConnection } from '../lan-port.ts';
import type { Upstream, UpstreamResult } from '../ports.ts';
import { withoutAttachments } from '../sync/without-attachments.ts';
import { type LedgerPath, ledgerAnswers } from './messages.ts';

const patienceMs = 30_000;

/** The hub as the exchange of logs sees it. */
export function hubUpstream(connection: LanConnection): Upstream {
  async function ask<P extends LedgerPath>(
    path: P,
    body: Json,
  ): Promise<z.infer<(typeof ledgerAnswers)[P]> | UpstreamResult<never>> {
    const asked = await connection.request(`ledger.${path}`, body, patienceMs);
    if (!asked.ok)
      return {
        ok: false,
        failure: { kind: asked.failure.kind === 'not_trusted' ? 'refused' : 'unreachable' },
      };
    const answer = ledgerAnswers[path].safeParse(asked.value);
    // The table binds path and answer; the compiler can't follow the index.
    if (answer.success) return answer.data as z.infer<(typeof ledgerAnswers)[P]>;
    return { ok: false, failure: { kind: 'rejected', code: 'unreadable' } };
  }

  return {
    head: (log) => ask('head', { log }),
    push: (log, entries) => ask('push', { log, entries: [...entries] }),
    giveBack: (entries) => ask('giveBack', { entries: [...entries] }),
    logPage: (log, after, limit) => ask('logPage', { log, after, limit }),
    feed: (after, limit, exceptLog) => ask('feed', { after, limit, exceptLog }),
    // What a branch knows of its consumers, every PC knows.
    findConsumers: async () => ({ ok: false, failure: { kind: 'unreachable' } }),
    attachments: withoutAttachments,
    close: connection.close,
  };
}
