import { isoAfter, isoNow } from '../lib/clock.ts';
import type { DeliveryReport, SendOutcome, SettledDelivery, SmsDriver, SmsMessage } from './driver.ts';
import type { SenderParts } from './sender.ts';
import { claimDue, type OutboxSms, type SmsChange, settle } from './sms-outbox.ts';

const firstPauseMs = 5_000;
const longestPauseMs = 15 * 60_000;

/** All that is taken at once is under way at once, so that none waits for its turn while its claim runs out. */
const atOnce = { one: 20, many: 100 };

/**
 * Takes what is due, sends it or asks for its delivery, and writes all outcomes in one transaction.
 * @returns whether there was anything to do
 */
export async function attemptDue(parts: SenderParts): Promise<boolean> {
  const { db, clock, driver } = parts;
  const claimed = await claimDue(db, clock, driver.sendMany === undefined ? atOnce.one : atOnce.many);
  if (claimed.length === 0) return false;
  const sending = claimed.filter((sms) => sms.state === 'sending');
  const accepted = claimed.filter((sms) => sms.state === 'accepted');
  const [outcomes, deliveries] = await Promise.all([
    sendAll(driver, sending),
    Promise.all(accepted.map((sms) => deliveryOf(driver, sms))),
  ]);
  await settle(parts, [
    ...sending.map((sms, index) => afterSend(parts, sms, outcomes[index] ?? unanswered)),
    ...accepted.map((sms, index) => afterDelivery(parts, sms, deliveries[index] ?? { kind: 'pending' })),
  ]);
  return true;
}

/** A driver that throws has not said what became of the SMS. */
const unanswered: SendOutcome = { kind: 'unknown', reason: 'SMS sağlayıcısından yanıt alınamadı' };

async function sendAll(driver: SmsDriver, sending: readonly OutboxSms[]): Promise<readonly SendOutcome[]> {
  const messages = sending.map((sms) => ({ clientKey: sms.sms_id, to: sms.recipient, text: sms.text }));
  if (messages.length === 0) return [];
  if (driver.sendMany === undefined) return Promise.all(messages.map((message) => sendOne(driver, message)));
  try {
    return await driver.sendMany(messages);
  } catch {
    return messages.map(() => unanswered);
  }
}

async function sendOne(driver: SmsDriver, message: SmsMessage): Promise<SendOutcome> {
  try {
    return await driver.send(message);
  } catch {
    return unanswered;
  }
}

async function deliveryOf(driver: SmsDriver, sms: OutboxSms): Promise<DeliveryReport> {
  try {
    return await driver.delivery(sms.reference ?? sms.sms_id);
  } catch {
    return { kind: 'pending' };
  }
}

function afterSend(parts: SenderParts, sms: OutboxSms, outcome: SendOutcome): SmsChange {
  const { clock, driver } = parts;
  switch (outcome.kind) {
    case 'accepted': {
      const { reference, delivery } = outcome;
      const accepted: OutboxSms = {
        ...sms,
        state: 'accepted',
        driver: driver.name,
        reference,
        attempts: 0,
        detail: '',
        sent_at: isoNow(clock),
        next_try_at: isoNow(clock),
      };
      const report = { state: 'accepted', detail: reference } as const;
      if (delivery === undefined) return { from: sms, to: accepted, reports: [report] };
      const delivered = afterDelivery(parts, accepted, delivery);
      return { from: sms, to: delivered.to, reports: [report, ...delivered.reports] };
    }
    case 'refused':
      return settled(parts, sms, { kind: 'failed', detail: outcome.reason });
    case 'unknown':
      return postponed(parts, sms, { ...sms, state: 'waiting', detail: outcome.reason });
    default:
      return outcome satisfies never;
  }
}

function afterDelivery(parts: SenderParts, sms: OutboxSms, delivery: DeliveryReport): SmsChange {
  return delivery.kind === 'pending' ? postponed(parts, sms, sms) : settled(parts, sms, delivery);
}

function settled(
  { clock, driver }: SenderParts,
  sms: OutboxSms,
  { kind, detail }: SettledDelivery,
): SmsChange {
  const to = {
    ...sms,
    state: kind,
    driver: driver.name,
    detail,
    settled_at: isoNow(clock),
    next_try_at: null,
  };
  return { from: sms, to, reports: [{ state: kind, detail }] };
}

/** Says nothing in the ledger, since nothing is known. */
function postponed(parts: SenderParts, sms: OutboxSms, to: OutboxSms): SmsChange {
  const next_try_at = pauseAfter(parts, sms.attempts);
  return { from: sms, to: { ...to, attempts: sms.attempts + 1, next_try_at }, reports: [] };
}

/** Doubles up to a quarter of an hour and never gives up; half of it is random, so that a crowd spreads out. */
function pauseAfter({ clock, random }: SenderParts, attempts: number): string {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 20));
  return isoAfter(clock, pause / 2 + (pause / 2) * random());
}
