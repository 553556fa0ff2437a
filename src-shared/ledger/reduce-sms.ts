import type { SmsMessage } from './application-state.ts';
import type { Entry } from './entry.ts';
import type { PayloadOf } from './entry-types.ts';

/** The same message asked for twice is one message. */
export function requestSms(
  messages: readonly SmsMessage[],
  entry: Entry,
  payload: PayloadOf<'sms.requested'>,
): readonly SmsMessage[] {
  if (messages.some((sms) => sms.smsId === payload.smsId)) return messages;
  const { id: entryId, at, actor } = entry;
  return [...messages, { entryId, at, actor, ...payload, state: 'waiting', detail: '', reportedAt: null }];
}

/** Delivered and failed are final: a late or repeated `accepted` does not take them back. */
export function reportSms(sms: SmsMessage, entry: Entry, report: PayloadOf<'sms.reported'>): SmsMessage {
  const isSettled = sms.state === 'delivered' || (sms.state === 'failed' && report.state !== 'delivered');
  if (sms.smsId !== report.smsId || isSettled) return sms;
  return { ...sms, state: report.state, detail: report.detail, reportedAt: entry.at };
}
