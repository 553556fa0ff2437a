import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { type DatabaseSource, openDatabase } from './db/open.ts';
import { compactAfterDestruction, startNightly } from './destruction/compact.ts';
import type { GatewayParts, SmsReports } from './gateway-parts.ts';
import { createApp } from './http/app.ts';
import { createIntake } from './intake/create-intake.ts';
import { skipForgottenPositions } from './ledger/feed.ts';
import { createOwnLog } from './ledger/own-log.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { safeFacts } from './lib/safe-facts.ts';
import type { DriverParts } from './sms/config/create-driver.ts';
import type { SmsDriver } from './sms/driver.ts';
import { createOutboxDriver } from './sms/outbox-driver.ts';
import { takeReports } from './sms/pushed-reports.ts';
import { createSmsSender, type SenderParts } from './sms/sender.ts';
import { pauseWaiting } from './sms/sms-outbox.ts';

export type GatewayOptions = {
  readonly database: DatabaseSource;
  readonly logger: FastifyBaseLogger;
  readonly clock?: Clock;
  readonly smsDriver?: SmsDriver | ((parts: DriverParts) => SmsDriver);
  /** Part of the address at which the provider pushes its delivery reports; without it there is no such address. */
  readonly smsReportToken?: string;
  /** Where consumers find the tracking page, if not on this gateway's own address. */
  readonly trackingUrlBase?: string;
  /** Set behind a reverse proxy, so that rate limits see the caller's address and cookies are marked secure. */
  readonly trustProxy?: boolean;
  readonly random?: () => number;
};

export type GatewayPages = {
  readonly team: string;
  readonly outbox: string;
  readonly tracking: string;
  readonly application: string;
};

export type Gateway = GatewayParts & {
  readonly app: FastifyInstance;
  /** Listens and begins to send SMS. Port 0 takes a free one. */
  readonly start: (
    port: number,
    host?: string,
  ) => Promise<{ readonly url: string; readonly pages: GatewayPages }>;
  /** Sends what is due now, without waiting for the timer. */
  readonly sendDueSms: () => Promise<void>;
  /** Writes the tables anew where a branch has destroyed something; by itself in the night. */
  readonly compactAfterDestruction: () => Promise<boolean>;
  /** Ends requests and SMS under way, then closes the database. */
  readonly stop: () => Promise<void>;
};

/** The central side as one process: database, API, pages and SMS. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { logger, clock = systemClock } = options;
  const { db, kind, close } = await openDatabase(options.database, (error) =>
    logger.error(safeFacts(error), 'database connection lost'),
  );
  try {
    await skipForgottenPositions(db, clock);
  } catch (error) {
    await close();
    throw error;
  }
  const ownLog = createOwnLog(clock);
  const random = options.random ?? Math.random;
  const driver = driverOf(options, { db, clock, random, logger });
  const senderParts: SenderParts = { db, clock, ownLog, driver, logger, random };
  const sender = createSmsSender(senderParts);
  const smsReports = reportsOf(options.smsReportToken, senderParts, sender.wake);
  let ownAddress = '';
  let stopNightly = () => {};
  const compact = () => compactAfterDestruction(db, clock);
  const trackingPage = () => `${options.trackingUrlBase ?? ownAddress}/takip`;
  const onStored = sender.wake;
  const parts: GatewayParts = {
    db,
    databaseKind: kind,
    clock,
    ownLog,
    onStored,
    intake: createIntake({ db, clock, ownLog, onStored, trackingPage }),
    trackingPage,
    ...(smsReports && { smsReports }),
  };
  const app = await createApp(parts, { logger, trustProxy: options.trustProxy ?? false });

  return {
    ...parts,
    app,
    start: async (port, host = '127.0.0.1') => {
      await pauseWaiting(db, clock);
      const url = await app.listen({ port, host });
      ownAddress = url;
      driver.start?.();
      sender.start();
      stopNightly = startNightly(clock, () =>
        compact().catch((error: unknown) => logger.error(safeFacts(error), 'tables were not written anew')),
      );
      return {
        url,
        pages: {
          team: `${url}/ekip`,
          outbox: `${url}/giden-kutusu`,
          tracking: trackingPage(),
          application: `${url}/basvuru`,
        },
      };
    },
    sendDueSms: sender.runDue,
    compactAfterDestruction: compact,
    stop: async () => {
      stopNightly();
      await app.close();
      await sender.stop();
      await driver.stop?.();
      await close();
    },
  };
}

function driverOf({ smsDriver }: GatewayOptions, parts: DriverParts): SmsDriver {
  if (smsDriver === undefined) return createOutboxDriver(parts.db, parts.clock);
  return typeof smsDriver === 'function' ? smsDriver(parts) : smsDriver;
}

function reportsOf(token: string | undefined, parts: SenderParts, wake: () => void): SmsReports | undefined {
  const { readReports } = parts.driver;
  if (token === undefined || readReports === undefined) return undefined;
  return {
    token,
    take: async (body) => {
      const reports = readReports(body);
      if (reports === undefined) return false;
      await takeReports(parts, reports);
      wake();
      return true;
    },
  };
}
