import { isoAfter, isoNow } from '../lib/clock.ts';
import type { DeliveryReport, SendOutcome, SettledDelivery } from './driver.ts';
import { blockedPauseMs, pauseMs } from './pauses.ts';
import type { SenderParts } from './sender.ts';
import type { OutboxSms, SmsChange } from './sms-outbox.ts';

/** Longer than any provider goes on trying; its report is not asked for after that. */
const longestDeliveryMs = 3 * 24 * 3_600_000;

export type OutcomeParts = Pick<SenderParts, 'clock' | 'driver' | 'random'>;

export function afterSend(parts: OutcomeParts, sms: OutboxSms, outcome: SendOutcome): SmsChange {
  switch (outcome.kind) {
    case 'accepted':
      return accepted(parts, sms, outcome);
    case 'refused':
      return settled(parts, sms, { kind: 'failed', detail: outcome.reason });
    case 'unknown': {
      const atLeast = outcome.retryAfterMs ?? 0;
      return postponed(parts, sms, { ...sms, state: 'waiting', detail: outcome.reason }, atLeast);
    }
    case 'blocked': {
      const to: OutboxSms = { ...sms, state: 'blocked', detail: outcome.reason };
      return postponed(parts, sms, to, blockedPauseMs);
    }
    case 'uncertain':
      return doubted(parts, sms, outcome.reason);
    default:
      return outcome satisfies never;
  }
}

/** It is with the provider; its delivery is asked for at once. */
export function accepted(
  parts: OutcomeParts,
  sms: OutboxSms,
  { reference, delivery }: { readonly reference: string; readonly delivery?: SettledDelivery },
): SmsChange {
  const { clock, driver } = parts;
  const to: OutboxSms = {
    ...sms,
    state: 'accepted',
    driver: driver.name,
    reference,
    attempts: 0,
    detail: '',
    sent_at: sms.doubted_at ?? isoNow(clock),
    doubted_at: null,
    next_try_at: isoNow(clock),
  };
  const report = { state: 'accepted', detail: reference } as const;
  if (delivery === undefined) return { from: sms, to, reports: [report] };
  const delivered = afterDelivery(parts, to, delivery);
  return { from: sms, to: delivered.to, reports: [report, ...delivered.reports] };
}

/** Says nothing in the ledger before a person or time has decided; see `doubts.ts`. */
export function doubted(parts: OutcomeParts, sms: OutboxSms, reason: string): SmsChange {
  const to: OutboxSms = { ...sms, state: 'uncertain', detail: reason, doubted_at: isoNow(parts.clock) };
  return postponed(parts, sms, { ...to, attempts: 0 });
}

export function afterDelivery(parts: OutcomeParts, sms: OutboxSms, delivery: DeliveryReport): SmsChange {
  if (delivery.kind !== 'pending') return settled(parts, sms, delivery);
  const isOver = sms.sent_at !== null && sms.sent_at < isoAfter(parts.clock, -longestDeliveryMs);
  if (!isOver) return postponed(parts, sms, sms);
  const detail = 'Sağlayıcı üç gün içinde teslim raporu vermedi';
  return { from: sms, to: { ...sms, detail, next_try_at: null }, reports: [{ state: 'accepted', detail }] };
}

export function settled(
  { clock, driver }: OutcomeParts,
  sms: OutboxSms,
  { kind, detail }: SettledDelivery,
): SmsChange {
  const to: OutboxSms = {
    ...sms,
    state: kind,
    driver: driver.name,
    detail,
    settled_at: isoNow(clock),
    doubted_at: null,
    next_try_at: null,
  };
  return { from: sms, to, reports: [{ state: kind, detail }] };
}

/** Says nothing in the ledger, since nothing is known. */
export function postponed(
  { clock, random }: OutcomeParts,
  sms: OutboxSms,
  to: OutboxSms,
  atLeastMs = 0,
): SmsChange {
  const next_try_at = isoAfter(clock, Math.max(atLeastMs, pauseMs(to.attempts, random)));
  return { from: sms, to: { ...to, attempts: to.attempts + 1, next_try_at }, reports: [] };
}
