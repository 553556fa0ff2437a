import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { teamsSchema } from '../src-shared/rules/catalogue.ts';
import { samplePerson } from '../src-shared/rules/sample-people.ts';
import { displayNamePattern, usernamePattern } from './access/members.ts';

it('gives every shipped team a person of its own, with a name that members may have', () => {
  const file = readFileSync(new URL('../assets/teams.json', import.meta.url), 'utf8');
  const { teams } = teamsSchema.parse(JSON.parse(file));
  const people = teams.map(({ code }) => samplePerson(code));
  expect(new Set(people.map(({ username }) => username)).size).toBe(teams.length);
  for (const { username, displayName } of people) {
    expect(username).toMatch(usernamePattern);
    expect(displayName).toMatch(displayNamePattern);
  }
  expect(samplePerson('supply_continuity')).toEqual({
    username: 'selin.arslan',
    displayName: 'Selin Arslan',
  });
});
