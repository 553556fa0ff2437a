import { sendAgain } from './doubts.ts';
import type { SenderParts } from './sender.ts';
import { type OutboxSms, type SmsChange, settle } from './sms-outbox.ts';

export type DoubtDecision = 'sent' | 'resend';

/**
 * What an operator who has looked into the provider's panel decides about an SMS in doubt. This is the one way
 * in which an SMS that may have gone out is sent again.
 * @param decidedBy the operator's name, for whoever reads the application's history
 * @returns 'stale' where it isn't in doubt any more
 */
export async function decideDoubt(
  parts: Pick<SenderParts, 'db' | 'clock' | 'ownLog'>,
  { smsId, decision, decidedBy }: { smsId: string; decision: DoubtDecision; decidedBy: string },
): Promise<'done' | 'stale'> {
  const sms = await parts.db
    .selectFrom('sms_outbox')
    .selectAll()
    .where('sms_id', '=', smsId)
    .where('state', '=', 'uncertain')
    .executeTakeFirst();
  if (sms === undefined) return 'stale';
  const change =
    decision === 'sent'
      ? takenAsSent(sms, `${decidedBy} gönderilmiş saydı`)
      : sendAgain(parts, sms, `${decidedBy} yeniden gönderilmesini istedi`);
  const changed = await settle(parts, [change]);
  return changed.has(smsId) ? 'done' : 'stale';
}

/** Without a reference nobody can be asked for its delivery. */
function takenAsSent(sms: OutboxSms, detail: string): SmsChange {
  const to: OutboxSms = {
    ...sms,
    state: 'accepted',
    detail,
    sent_at: sms.attempted_at,
    doubted_at: null,
    next_try_at: null,
  };
  return { from: sms, to, reports: [{ state: 'accepted', detail }] };
}
