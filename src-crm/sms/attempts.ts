import { settleDoubt } from './doubts.ts';
import type { DeliveryReport, SendOutcome, SmsDriver, SmsMessage } from './driver.ts';
import { afterDelivery, afterSend, doubted } from './outcomes.ts';
import type { ProviderPause } from './pauses.ts';
import { receiptsOf } from './receipts.ts';
import type { SenderParts } from './sender.ts';
import { type ClaimedSms, claimDue, type SmsChange, settle } from './sms-outbox.ts';

/** All that is taken at once is under way at once, so that none waits for its turn while its claim runs out. */
const atOnce = { one: 20, many: 100 };

export type AttemptParts = SenderParts & { readonly pause: ProviderPause };

/**
 * Takes what is due, sends it, asks for its delivery or for what became of it, and writes all outcomes in one
 * transaction.
 * @returns whether there was anything to do
 */
export async function attemptDue(parts: AttemptParts): Promise<boolean> {
  const { db, clock, driver } = parts;
  const limit = driver.sendMany === undefined ? atOnce.one : atOnce.many;
  const claimed = await claimDue(db, clock, driver.name, limit);
  if (claimed.length === 0) return false;
  const inState = (state: ClaimedSms['state']) => claimed.filter((sms) => sms.state === state);
  const sending = inState('sending');
  const leftBehind = sending.filter((sms) => sms.isLeftBehind && !isSafe(driver, sms));
  const changes = await Promise.all([
    leftBehind.map((sms) => leftInDoubt(parts, sms)),
    sendAll(
      parts,
      sending.filter((sms) => !leftBehind.includes(sms)),
    ),
    Promise.all(inState('uncertain').map((sms) => settleDoubt(parts, sms))),
    deliveriesOf(parts, inState('accepted')),
  ]);
  await settle(parts, changes.flat());
  return true;
}

/** Null: by a gateway that knew the outbox page alone. */
function isSafe(driver: SmsDriver, { earlierDriver }: ClaimedSms): boolean {
  return driver.repeatsSafely && (earlierDriver === null || earlierDriver === driver.name);
}

function leftInDoubt(parts: AttemptParts, sms: ClaimedSms): SmsChange {
  const claimedBy = { ...sms, driver: sms.earlierDriver ?? parts.driver.name };
  return doubted(parts, claimedBy, 'Gönderilirken ağ geçidi durdu; gönderilip gönderilmediği bilinmiyor');
}

async function sendAll(parts: AttemptParts, sending: readonly ClaimedSms[]): Promise<readonly SmsChange[]> {
  if (sending.length === 0) return [];
  const { driver, pause, logger } = parts;
  const held = pause.now();
  const messages = sending.map((sms) => ({ clientKey: sms.sms_id, to: sms.recipient, text: sms.text }));
  const outcomes = held === undefined ? await sendMessages(driver, messages) : messages.map(() => held);
  if (held === undefined) pause.note(outcomes);
  for (const reason of new Set(
    outcomes.flatMap((outcome) => (outcome.kind === 'blocked' ? [outcome.reason] : [])),
  ))
    logger.error({ driver: driver.name, reason }, 'SMS blocked');
  return sending.map((sms, index) => afterSend(parts, sms, outcomes[index] ?? unanswered(driver)));
}

/** A driver that throws has not said what became of the SMS. */
function unanswered(driver: SmsDriver): SendOutcome {
  const reason = 'SMS sağlayıcısından yanıt alınamadı';
  return driver.repeatsSafely ? { kind: 'unknown', reason } : { kind: 'uncertain', reason };
}

async function sendMessages(
  driver: SmsDriver,
  messages: readonly SmsMessage[],
): Promise<readonly SendOutcome[]> {
  if (driver.sendMany === undefined) return Promise.all(messages.map((message) => sendOne(driver, message)));
  try {
    return await driver.sendMany(messages);
  } catch {
    return messages.map(() => unanswered(driver));
  }
}

async function sendOne(driver: SmsDriver, message: SmsMessage): Promise<SendOutcome> {
  try {
    return await driver.send(message);
  } catch {
    return unanswered(driver);
  }
}

/** First what was pushed, then what the provider says when it is asked. */
async function deliveriesOf(
  parts: AttemptParts,
  accepted: readonly ClaimedSms[],
): Promise<readonly SmsChange[]> {
  const { db, driver } = parts;
  const own = accepted.filter((sms) => sms.driver === driver.name);
  const referenceOf = (sms: ClaimedSms): string => sms.reference ?? sms.sms_id;
  const pushed = await receiptsOf(db, driver.name, own.map(referenceOf));
  const asked = own.map(referenceOf).filter((reference) => !pushed.has(reference));
  const answers = await askDeliveries(driver, asked);
  const answered = new Map(asked.map((reference, index) => [reference, answers[index] ?? pending]));
  return accepted.map((sms) => {
    const reference = referenceOf(sms);
    const report =
      sms.driver === driver.name ? (pushed.get(reference) ?? answered.get(reference)) : undefined;
    return afterDelivery(parts, sms, report ?? pending);
  });
}

const pending: DeliveryReport = { kind: 'pending' };

async function askDeliveries(
  driver: SmsDriver,
  references: readonly string[],
): Promise<readonly DeliveryReport[]> {
  if (references.length === 0) return [];
  const each = (reference: string) => driver.delivery(reference).catch(() => pending);
  if (driver.deliveryMany === undefined) return Promise.all(references.map(each));
  return driver.deliveryMany(references).catch(() => []);
}
