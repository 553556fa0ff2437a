import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';
import type { SmsDriver } from './driver.ts';

/** Writes to the outbox page instead of sending, for demonstration and until a provider is set up. */
export function createOutboxDriver(db: Kysely<Database>, clock: Clock): SmsDriver {
  return {
    name: 'outbox',
    send: async ({ clientKey, to, text }) => {
      await db
        .insertInto('outbox_messages')
        .values({ client_key: clientKey, recipient: to, text, written_at: isoNow(clock) })
        .onConflict((oc) => oc.column('client_key').doNothing())
        .execute();
      return { kind: 'accepted', reference: clientKey };
    },
    delivery: async () => ({
      kind: 'delivered',
      detail: 'Giden kutusuna yazıldı, gerçek SMS gönderilmedi',
    }),
  };
}
