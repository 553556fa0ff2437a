import { isoAfter, isoNow } from '../lib/clock.ts';
import type { LookUp } from './driver.ts';
import { accepted, type OutcomeParts, postponed, settled } from './outcomes.ts';
import type { OutboxSms, SmsChange } from './sms-outbox.ts';

/** After this the counter is told, so that somebody reaches the consumer in another way. */
export const doubtLimitMs = 24 * 3_600_000;

/** A request whose answer was lost may still be on its way through the provider's own queues. */
export const believedAfterMs = 2 * 60_000;

/**
 * Takes an SMS in doubt further: asks the provider where it can be asked, sends again only what the provider
 * certainly doesn't have, and leaves the rest to an operator until the time limit. See decision 9.
 */
export async function settleDoubt(parts: OutcomeParts, sms: OutboxSms): Promise<SmsChange> {
  const { clock } = parts;
  const doubtedAt = Date.parse(sms.doubted_at ?? isoNow(clock));
  const found = await askProvider(parts, sms);
  if (found.kind === 'taken') return accepted(parts, sms, found);
  if (found.kind === 'not_taken') {
    const believedAt = doubtedAt + believedAfterMs;
    if (clock.now() >= believedAt)
      return sendAgain(parts, sms, 'Sağlayıcıda bulunamadı, yeniden gönderiliyor');
    return { from: sms, to: { ...sms, next_try_at: new Date(believedAt).toISOString() }, reports: [] };
  }
  const overAt = doubtedAt + doubtLimitMs;
  if (clock.now() >= overAt) {
    return settled(parts, sms, { kind: 'failed', detail: 'Gönderildiği doğrulanamadı' });
  }
  const over = new Date(overAt).toISOString();
  const later = postponed(parts, sms, sms);
  const next = later.to.next_try_at;
  const isSooner = canBeAsked(parts, sms) && next !== null && next < over;
  return isSooner ? later : { ...later, to: { ...later.to, next_try_at: over } };
}

/** Only what is certainly not with the provider, or what a person has decided. */
export function sendAgain({ clock }: Pick<OutcomeParts, 'clock'>, sms: OutboxSms, detail: string): SmsChange {
  const to: OutboxSms = {
    ...sms,
    state: 'waiting',
    attempts: 0,
    detail,
    doubted_at: null,
    next_try_at: isoAfter(clock, 0),
  };
  return { from: sms, to, reports: [] };
}

/** A provider knows nothing of what another one may have taken. */
function canBeAsked({ driver }: OutcomeParts, sms: OutboxSms): boolean {
  return driver.lookUp !== undefined && sms.driver === driver.name;
}

async function askProvider(parts: OutcomeParts, sms: OutboxSms): Promise<LookUp> {
  const { driver } = parts;
  if (driver.lookUp === undefined || !canBeAsked(parts, sms)) return { kind: 'no_answer' };
  try {
    const message = { clientKey: sms.sms_id, to: sms.recipient, text: sms.text };
    return await driver.lookUp(message, Date.parse(sms.attempted_at ?? sms.requested_at));
  } catch {
    return { kind: 'no_answer' };
  }
}
