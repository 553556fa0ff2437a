import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { OwnLog } from '../ledger/own-log.ts';
import type { Clock } from '../lib/clock.ts';
import { safeFacts } from '../lib/safe-facts.ts';
import { attemptDue } from './attempts.ts';
import type { SmsDriver } from './driver.ts';
import { createProviderPause } from './pauses.ts';
import { nextDueAt } from './sms-outbox.ts';

/** How long the timer sleeps at most: another gateway on the same database may have stored an SMS. */
const longestSleepMs = 30_000;

/**
 * The sender lets a backlog pass that arrives slice after slice: the pushes need the database, and a later slice
 * may hold the report of an SMS that an earlier one asks for. No SMS is held up longer than the second of these.
 */
const quietMs = 250;
const longestHoldMs = 10_000;

export type SmsSender = {
  /** Works off everything that is due now, and what becomes due by that. */
  readonly runDue: () => Promise<void>;
  /** Something may have become due. */
  readonly wake: () => void;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

export type SenderParts = {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly ownLog: OwnLog;
  readonly driver: SmsDriver;
  readonly logger: FastifyBaseLogger;
  readonly random: () => number;
};

export function createSmsSender(given: SenderParts): SmsSender {
  const { db, clock, logger } = given;
  const parts = { ...given, pause: createProviderPause(clock) };
  let isStarted = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let wokenAt: number | undefined;

  function wake(): void {
    if (!isStarted) return;
    wokenAt ??= clock.now();
    if (running === undefined) sleep(isHeldLong() ? 0 : quietMs);
  }

  function isHeldLong(): boolean {
    return wokenAt !== undefined && clock.now() - wokenAt >= longestHoldMs;
  }

  function sleep(millis: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = round().finally(() => {
        running = undefined;
        if (wokenAt !== undefined) wake();
      });
    }, millis);
  }

  async function round(): Promise<void> {
    const isPatient = !isHeldLong();
    wokenAt = undefined;
    let sleepMs = longestSleepMs;
    try {
      while (await attemptDue(parts)) {
        // PGlite answers without ever leaving the microtask queue, and pushes would not get their turn.
        await nextTurn();
        if (!isStarted || (isPatient && wokenAt !== undefined)) return;
      }
      const next = await nextDueAt(db);
      if (next !== undefined) sleepMs = Math.min(longestSleepMs, Math.max(0, Date.parse(next) - clock.now()));
    } catch (error) {
      logger.error(safeFacts(error), 'SMS round failed');
    }
    if (isStarted) sleep(sleepMs);
  }

  return {
    runDue: async () => {
      while (await attemptDue(parts));
    },
    wake,
    start: () => {
      isStarted = true;
      wake();
    },
    stop: async () => {
      isStarted = false;
      wokenAt = undefined;
      clearTimeout(timer);
      await running;
    },
  };
}
