import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';
import type { SendOutcome, SmsDriver, SmsMessage } from './driver.ts';

const delivery = { kind: 'delivered', detail: 'Giden kutusuna yazıldı, gerçek SMS gönderilmedi' } as const;

/** Writes to the outbox page instead of sending, for demonstration and until a provider is set up. */
export function createOutboxDriver(db: Kysely<Database>, clock: Clock): SmsDriver {
  async function write(messages: readonly SmsMessage[]): Promise<void> {
    const written_at = isoNow(clock);
    await db
      .insertInto('outbox_messages')
      .values(
        messages.map(({ clientKey, to, text }) => ({
          client_key: clientKey,
          recipient: to,
          text,
          written_at,
        })),
      )
      .onConflict((oc) => oc.column('client_key').doNothing())
      .execute();
  }

  function written({ clientKey }: SmsMessage): SendOutcome {
    return { kind: 'accepted', reference: clientKey, delivery };
  }

  return {
    name: 'outbox',
    repeatsSafely: true,
    send: async (message) => {
      await write([message]);
      return written(message);
    },
    sendMany: async (messages) => {
      await write(messages);
      return messages.map(written);
    },
    delivery: async () => delivery,
  };
}
