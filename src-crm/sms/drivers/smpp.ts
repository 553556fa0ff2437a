import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Clock } from '../../lib/clock.ts';
import type { LookUp, SendOutcome, SmsDriver, SmsMessage } from '../driver.ts';
import { hastenDelivery, keepReceipts } from '../receipts.ts';
import { uncertain } from './plain-outcomes.ts';
import { nationalMobile, wrongNumber } from './recipient.ts';
import { decodeShortMessage, encodeShortMessage, nameAddress, numberAddress } from './smpp/messages.ts';
import { type MessageIds, readReceipt } from './smpp/receipt.ts';
import { sendParts } from './smpp/send-parts.ts';
import { createSession, type Timing } from './smpp/session.ts';
import { status } from './smpp/status-codes.ts';
import { type TurkishCoding, textParts } from './smpp/text-parts.ts';

export type SmppConfig = {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  readonly systemType: string;
  readonly sender: string;
  /** Requests that may be unanswered at once. */
  readonly window: number;
  readonly turkish: TurkishCoding;
  readonly messageIds: MessageIds;
};

export type SmppParts = {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timing?: Partial<SmppTiming>;
};

type SmppTiming = Timing & { readonly enquireMs: number; readonly throttlePauseMs: number };

const usualTiming: SmppTiming = {
  boundMs: 5_000,
  answerMs: 30_000,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  enquireMs: 30_000,
  throttlePauseMs: 5_000,
};

const name = 'smpp';
/** An answer that comes after its time is remembered for a day's SMS at most. */
const mostRemembered = 10_000;

/**
 * SMPP 3.4 as a transceiver. A centre can't be asked by a key of ours, so what was written and not answered is in
 * doubt; an answer that comes late, on the same connection, still settles it. Receipts are kept in the database
 * before they are acknowledged.
 */
export function createSmppDriver(config: SmppConfig, parts: SmppParts): SmsDriver {
  const { db, clock, random } = parts;
  const timing = { ...usualTiming, ...parts.timing };
  const late = new Map<string, Promise<SendOutcome>>();
  let concatenated = Math.floor(random() * 256);
  const session = createSession({
    ...config,
    bind: config,
    random,
    timing,
    enquireMs: timing.enquireMs,
    onDeliver: takeDelivery,
  });

  async function takeDelivery(body: Buffer): Promise<number> {
    const receipt = readReceipt(decodeShortMessage(body), config.messageIds);
    if (receipt === undefined) return status.ok;
    const { messageId: reference, delivery } = receipt;
    await keepReceipts(db, clock, [{ driver: name, reference, delivery }]);
    await hastenDelivery(db, clock, name, [reference]);
    return status.ok;
  }

  async function send({ clientKey, to, text }: SmsMessage): Promise<SendOutcome> {
    const national = nationalMobile(to);
    if (national === undefined) return wrongNumber;
    concatenated = (concatenated + 1) % 256;
    const bodies = textParts(text, config.turkish, concatenated).map((part) =>
      encodeShortMessage({
        source: nameAddress(config.sender),
        destination: numberAddress(`90${national}`),
        registeredDelivery: 1,
        ...part,
      }),
    );
    const sending = sendParts(session, bodies, timing.throttlePauseMs);
    const outcome = await inTime(sending, timing.answerMs);
    if (outcome !== undefined) return outcome;
    remember(clientKey, sending);
    return uncertain('Mesaj merkezi zamanında yanıt vermedi');
  }

  function remember(clientKey: string, sending: Promise<SendOutcome>): void {
    late.set(clientKey, sending);
    const [oldest] = late.keys();
    if (late.size > mostRemembered && oldest !== undefined) late.delete(oldest);
  }

  async function lookUp({ clientKey }: SmsMessage): Promise<LookUp> {
    const sending = late.get(clientKey);
    const outcome = sending && (await inTime(sending, 0));
    if (outcome === undefined || outcome.kind === 'uncertain') return { kind: 'no_answer' };
    late.delete(clientKey);
    return outcome.kind === 'accepted'
      ? { kind: 'taken', reference: outcome.reference }
      : { kind: 'not_taken' };
  }

  return {
    name,
    repeatsSafely: false,
    send,
    lookUp,
    // Nobody can be asked; the receipts say it, and the sender reads them.
    delivery: async () => ({ kind: 'pending' }),
    start: session.start,
    stop: session.stop,
  };
}

/** @returns undefined where it is not settled after these milliseconds */
async function inTime<T>(promise: Promise<T>, millis: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, millis, undefined);
  });
  const first = await Promise.race([promise, over]);
  clearTimeout(timer);
  return first;
}
