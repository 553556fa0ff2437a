import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SmsDriver } from '../driver.ts';
import { createIletimerkeziDriver } from '../drivers/iletimerkezi.ts';
import { createNetgsmDriver } from '../drivers/netgsm.ts';
import { createSmppDriver } from '../drivers/smpp.ts';
import { createVerimorDriver } from '../drivers/verimor.ts';
import type { SmsConfig } from './sms-config.ts';

export type DriverParts = {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: FastifyBaseLogger;
};

export function createSmsDriver(config: SmsConfig, parts: DriverParts): SmsDriver {
  switch (config.provider) {
    case 'netgsm':
      return createNetgsmDriver(config, parts);
    case 'iletimerkezi':
      return createIletimerkeziDriver(config, parts);
    case 'verimor':
      return createVerimorDriver(config, parts);
    case 'smpp':
      return createSmppDriver(config, parts);
    default:
      return config satisfies never;
  }
}
