import { readFileSync } from 'node:fs';
import { teamsSchema } from '../src-shared/rules/catalogue.ts';
import { samplePerson } from '../src-shared/rules/sample-people.ts';
import { createApiKey } from './access/api-keys.ts';
import { type MemberWithPassword, saveMember } from './access/members.ts';
import type { Gateway } from './create-gateway.ts';
import { setIntakeBranch } from './intake/branches.ts';

export type Demo = { readonly apiKey: string; readonly members: readonly MemberWithPassword[] };

/** A branch key, the branch as the one that applications from outside go to, one member for every shipped team and an operator. */
export async function createDemo(gateway: Gateway, branch = '26'): Promise<Demo> {
  const { db, clock } = gateway;
  const file = readFileSync(new URL('../assets/teams.json', import.meta.url), 'utf8');
  const { teams } = teamsSchema.parse(JSON.parse(file));
  const { apiKey } = await createApiKey(db, clock, branch);
  await setIntakeBranch(db, { province: null, branch });
  const members = await Promise.all([
    ...teams.map(({ code }) =>
      saveMember(db, clock, { ...samplePerson(code), role: 'team', teamCode: code }),
    ),
    saveMember(db, clock, { username: 'isletmen', role: 'operator', teamCode: null }),
  ]);
  return { apiKey, members };
}
