import type { Connection } from '../../../../src-shared/contract/system.ts';
import { entriesOfLog, type Reader } from '../../ledger/entries.repo.ts';
import type { UpstreamLink } from '../../sync/upstream-link.ts';
import { readLocal } from '../settings/settings.repo.ts';

/** The CRM as the status line shows it: how it stands, and how long the oldest unsent entry has waited. */
export async function connectionOf(db: Reader, link: UpstreamLink): Promise<Connection['crm']> {
  const target = await readLocal(db, 'crm');
  const fork = await readLocal(db, 'fork');
  const { log, seq, sent } = await db
    .selectFrom('logs')
    .select(['log', 'seq', 'sent_seq as sent'])
    .where('is_own', '=', 1)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  const [oldest] = seq > sent ? await entriesOfLog(db, log, sent, 1) : [];
  const { state, lastSuccessAt, trouble } = link.state();
  return {
    state: target === undefined ? 'not_configured' : state,
    url: target?.url ?? null,
    unsent: seq - sent,
    oldestUnsentAt: oldest?.at ?? null,
    lastSuccessAt,
    trouble: trouble ?? (fork === undefined ? null : forkSentence),
  };
}

const forkSentence =
  'Bu bilgisayar eski bir yedekten çalışmış; kayıt defteri ikiye ayrıldı, iki kısmı da korundu. Destek ekibine bildirin.';
