import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoAfter, isoNow } from '../lib/clock.ts';
import { randomToken, sha256 } from '../lib/ids.ts';
import { type Member, memberOf } from './members.ts';

/** One working day; nobody should find last night's session on a shared PC. */
const sessionMs = 10 * 3_600_000;

/** @returns the token for the cookie; the database keeps its hash only */
export async function beginSession(db: Kysely<Database>, clock: Clock, username: string): Promise<string> {
  const token = randomToken();
  await db.deleteFrom('sessions').where('expires_at', '<', isoNow(clock)).execute();
  await db
    .insertInto('sessions')
    .values({ token_hash: sha256(token), username, expires_at: isoAfter(clock, sessionMs) })
    .execute();
  return token;
}

export async function memberOfSession(
  db: Kysely<Database>,
  clock: Clock,
  token: string,
): Promise<Member | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('members', 'members.username', 'sessions.username')
    .select(['members.username', 'members.display_name', 'members.role', 'members.team_code'])
    .where('token_hash', '=', sha256(token))
    .where('expires_at', '>', isoNow(clock))
    .executeTakeFirst();
  return row && memberOf(row);
}

export async function endSession(db: Kysely<Database>, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', sha256(token)).execute();
}

/**
 * The synchroniser token of a form: only who can read the HttpOnly cookie's value can derive it, which is this
 * server alone.
 */
export function formToken(cookie: string): string {
  return sha256(`form.${cookie}`);
}
