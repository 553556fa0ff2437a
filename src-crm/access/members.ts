import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import type { Database, MemberRole, MembersTable } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';

export type Member = {
  readonly username: string;
  /** What colleagues and the counter read. */
  readonly displayName: string;
  readonly role: MemberRole;
  /** Null for an operator. */
  readonly teamCode: string | null;
};
type Place = Omit<Member, 'displayName'>;
export type MemberWithPassword = Place & { readonly password: string };

export const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,39}$/;
/** With the longest team code it still fits into an entry's actor. */
export const displayNamePattern = /^\p{L}[\p{L}\p{M}.'’ -]{0,49}$/u;

/** Adds a member, or gives an existing one a new password, place and, where given, name. The password is shown once. */
export async function saveMember(
  db: Kysely<Database>,
  clock: Clock,
  { username, role, teamCode, displayName }: Place & { readonly displayName?: string | undefined },
  password: string = generatePassword(),
): Promise<MemberWithPassword> {
  const row = {
    role,
    team_code: teamCode,
    password_hash: await hash(password),
    ...(displayName !== undefined && { display_name: displayName }),
  };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('members')
      .values({ ...row, username, created_at: isoNow(clock) })
      .onConflict((oc) => oc.column('username').doUpdateSet(row))
      .execute();
    // Whoever was signed in with the old password is signed out.
    await tx.deleteFrom('sessions').where('username', '=', username).execute();
  });
  return { username, role, teamCode, password };
}

/** The member, if the password is theirs. An unknown name costs the same work as a wrong password. */
export async function checkPassword(
  db: Kysely<Database>,
  username: string,
  password: string,
): Promise<Member | undefined> {
  const row = await db.selectFrom('members').selectAll().where('username', '=', username).executeTakeFirst();
  const isRight = await verify(row?.password_hash ?? (await decoyHash()), password);
  return row !== undefined && isRight ? memberOf(row) : undefined;
}

/** A member without a name of their own goes by the user name. */
export function memberOf(
  row: Pick<MembersTable, 'username' | 'display_name' | 'role' | 'team_code'>,
): Member {
  return {
    username: row.username,
    displayName: row.display_name ?? row.username,
    role: row.role,
    teamCode: row.team_code,
  };
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
