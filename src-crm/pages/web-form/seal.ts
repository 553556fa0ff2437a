import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Clock } from '../../lib/clock.ts';
import { randomToken } from '../../lib/ids.ts';

/** Faster than anybody can read and fill the form. */
const leastFillMs = 4_000;
/** Somebody who comes back the next morning sends it; what is older is shown once more. */
const longestMs = 24 * 3_600_000;
const secretName = 'web_form';

export type Seal = {
  /** One intent to register: the form's idempotency key. */
  readonly id: string;
  readonly standing: 'good' | 'too_fast' | 'too_old';
};

export type Sealer = {
  /** @param cookie the browser's, as of `visitorOf` */
  readonly make: (cookie: string) => Promise<string>;
  /** Undefined where this gateway did not make it for this browser. */
  readonly read: (seal: string, cookie: string) => Promise<Seal | undefined>;
};

/**
 * Says on each form when it was shown, so that a robot can't say so itself. The secret is the database's, so that
 * another process behind the same address knows it and a restart does not spoil what people are writing. It holds for
 * one browser: whoever sends a seal again is shown the application that was taken under it.
 */
export function createSealer(db: Kysely<Database>, clock: Clock): Sealer {
  let kept: string | undefined;

  async function sign(content: string, cookie: string): Promise<string> {
    kept ??= await secretOf(db);
    return createHmac('sha256', kept).update(`${content}.${cookie}`).digest('base64url');
  }

  return {
    make: async (cookie) => {
      const content = `${randomToken()}.${clock.now().toString(36)}`;
      return `${content}.${await sign(content, cookie)}`;
    },
    read: async (seal, cookie) => {
      const [, content, id, shownAt, signature] =
        /^(([\w-]{43})\.([0-9a-z]{1,12}))\.([\w-]{43})$/.exec(seal) ?? [];
      if (content === undefined || id === undefined || shownAt === undefined || signature === undefined)
        return undefined;
      if (!timingSafeEqual(Buffer.from(await sign(content, cookie)), Buffer.from(signature)))
        return undefined;
      const age = clock.now() - Number.parseInt(shownAt, 36);
      return { id, standing: age < leastFillMs ? 'too_fast' : age > longestMs ? 'too_old' : 'good' };
    },
  };
}

/** The first process that asks makes it. */
async function secretOf(db: Kysely<Database>): Promise<string> {
  await db
    .insertInto('gateway_secrets')
    .values({ name: secretName, secret: randomToken() })
    .onConflict((oc) => oc.column('name').doNothing())
    .execute();
  const { secret } = await db
    .selectFrom('gateway_secrets')
    .select('secret')
    .where('name', '=', secretName)
    .executeTakeFirstOrThrow();
  return secret;
}
