import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoAfter, isoNow } from '../lib/clock.ts';
import { safeFacts } from '../lib/safe-facts.ts';
import type { SendOutcome, SmsDriver } from './driver.ts';
import { claimDue, nextDueAt, type OutboxSms, postpone, report } from './sms-outbox.ts';

const atOnce = 20;
const firstPauseMs = 5_000;
const longestPauseMs = 15 * 60_000;
/** How long the timer sleeps at most: another gateway on the same database may have stored an SMS. */
const longestSleepMs = 30_000;

export type SmsSender = {
  /** Works off everything that is due now, and what becomes due by that. */
  readonly runDue: () => Promise<void>;
  /** Something may have become due. */
  readonly wake: () => void;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

type Parts = {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly driver: SmsDriver;
  readonly logger: FastifyBaseLogger;
  readonly random: () => number;
};

export function createSmsSender(parts: Parts): SmsSender {
  const { db, clock, logger } = parts;
  let isStarted = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWakeWanted = false;

  async function runDue(): Promise<void> {
    for (;;) {
      const claimed = await claimDue(db, clock, atOnce);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((sms) => work(parts, sms)));
    }
  }

  function wake(): void {
    if (!isStarted) return;
    isWakeWanted = true;
    if (running !== undefined) return;
    clearTimeout(timer);
    running = round().finally(() => {
      running = undefined;
      if (isWakeWanted) wake();
    });
  }

  async function round(): Promise<void> {
    isWakeWanted = false;
    let sleepMs = longestSleepMs;
    try {
      await runDue();
      const next = await nextDueAt(db);
      if (next !== undefined) sleepMs = Math.min(longestSleepMs, Math.max(0, Date.parse(next) - clock.now()));
    } catch (error) {
      logger.error(safeFacts(error), 'SMS round failed');
    }
    if (isStarted) timer = setTimeout(wake, sleepMs);
  }

  return {
    runDue,
    wake,
    start: () => {
      isStarted = true;
      wake();
    },
    stop: async () => {
      isStarted = false;
      isWakeWanted = false;
      clearTimeout(timer);
      await running;
    },
  };
}

async function work(parts: Parts, sms: OutboxSms): Promise<void> {
  try {
    await (sms.state === 'accepted' ? askDelivery(parts, sms) : send(parts, sms));
  } catch (error) {
    // The claim runs out by itself, and the SMS is taken up again.
    parts.logger.error({ ...safeFacts(error), smsId: sms.sms_id }, 'SMS attempt failed');
  }
}

async function send(parts: Parts, sms: OutboxSms): Promise<void> {
  const { db, clock, driver } = parts;
  const outcome = await sendOrUnknown(driver, sms);
  switch (outcome.kind) {
    case 'accepted':
      return report(db, clock, sms, {
        state: 'accepted',
        driver: driver.name,
        detail: '',
        reference: outcome.reference,
        nextTryAt: isoNow(clock),
      });
    case 'refused':
      return report(db, clock, sms, { state: 'failed', driver: driver.name, detail: outcome.reason });
    case 'unknown':
      return postpone(db, sms, { nextTryAt: pauseAfter(parts, sms.attempts), detail: outcome.reason });
    default:
      return outcome satisfies never;
  }
}

/** A driver that throws has not said what became of the SMS. */
async function sendOrUnknown(driver: SmsDriver, sms: OutboxSms): Promise<SendOutcome> {
  try {
    return await driver.send({ clientKey: sms.sms_id, to: sms.recipient, text: sms.text });
  } catch {
    return { kind: 'unknown', reason: 'SMS sağlayıcısından yanıt alınamadı' };
  }
}

async function askDelivery(parts: Parts, sms: OutboxSms): Promise<void> {
  const { db, clock, driver } = parts;
  const delivery = await driver.delivery(sms.reference ?? sms.sms_id);
  if (delivery.kind === 'pending')
    return postpone(db, sms, { nextTryAt: pauseAfter(parts, sms.attempts), detail: sms.detail });
  return report(db, clock, sms, { state: delivery.kind, driver: driver.name, detail: delivery.detail });
}

/** Doubles up to a quarter of an hour and never gives up; half of it is random, so that a crowd spreads out. */
function pauseAfter({ clock, random }: Parts, attempts: number): string {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 20));
  return isoAfter(clock, pause / 2 + (pause / 2) * random());
}
