import type { Kysely } from 'kysely';
import type { DatabaseKind } from './db/open.ts';
import type { Database } from './db/schema.ts';
import type { Intake } from './intake/create-intake.ts';
import type { OwnLog } from './ledger/own-log.ts';
import type { Clock } from './lib/clock.ts';

/** What routes and pages work with. */
export type GatewayParts = {
  readonly db: Kysely<Database>;
  readonly databaseKind: DatabaseKind;
  readonly clock: Clock;
  readonly ownLog: OwnLog;
  /** Entries were committed: an SMS may be waiting. */
  readonly onStored: () => void;
  /** Applications from outside. */
  readonly intake: Intake;
  /** Where consumers find the tracking page, as a full address. */
  readonly trackingPage: () => string;
  /** There where a provider pushes its delivery reports. */
  readonly smsReports?: SmsReports;
};

export type SmsReports = {
  /** Part of the address that was given to the provider. */
  readonly token: string;
  /** False where the body isn't of the provider's form. */
  readonly take: (body: unknown) => Promise<boolean>;
};
