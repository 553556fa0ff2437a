import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import type { Database, MemberRole } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';

export type Member = {
  readonly username: string;
  readonly role: MemberRole;
  /** Null for an operator. */
  readonly teamCode: string | null;
};
export type MemberWithPassword = Member & { readonly password: string };

export const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** Adds a member, or gives an existing one a new password and place. The password is shown once. */
export async function saveMember(
  db: Kysely<Database>,
  clock: Clock,
  member: Member,
  password: string = generatePassword(),
): Promise<MemberWithPassword> {
  const row = { role: member.role, team_code: member.teamCode, password_hash: await hash(password) };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('members')
      .values({ ...row, username: member.username, created_at: isoNow(clock) })
      .onConflict((oc) => oc.column('username').doUpdateSet(row))
      .execute();
    // Whoever was signed in with the old password is signed out.
    await tx.deleteFrom('sessions').where('username', '=', member.username).execute();
  });
  return { ...member, password };
}

/** The member, if the password is theirs. An unknown name costs the same work as a wrong password. */
export async function checkPassword(
  db: Kysely<Database>,
  username: string,
  password: string,
): Promise<Member | undefined> {
  const row = await db.selectFrom('members').selectAll().where('username', '=', username).executeTakeFirst();
  const isRight = await verify(row?.password_hash ?? (await decoyHash()), password);
  return row !== undefined && isRight
    ? { username: row.username, role: row.role, teamCode: row.team_code }
    : undefined;
}

let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hash(generatePassword());
  return decoy;
}

/** Without letters and digits that look alike on paper; 16 of 31 are 79 bits. */
const passwordAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

function generatePassword(): string {
  const letters = Array.from({ length: 16 }, () =>
    passwordAlphabet.charAt(randomInt(passwordAlphabet.length)),
  );
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
