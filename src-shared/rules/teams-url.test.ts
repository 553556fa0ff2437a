import { expect, test } from 'vitest';
import { isTeamsUrl } from './teams-url.ts';

test.each([
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0?context=%7b%7d',
  'https://teams.microsoft.com/l/meeting/new?subject=A101&attendees=baglanti@ornek.com.tr',
  'https://gov.teams.microsoft.us/l/meetup-join/1',
  'https://dod.teams.microsoft.us/l/meetup-join/1',
])('a link to Teams is one: %s', (url) => expect(isTeamsUrl(url)).toBe(true));

test.each([
  'http://teams.microsoft.com/l/meetup-join/1',
  'https://teams.microsoft.com.kotu.example/l/meetup-join/1',
  'https://teams.microsoft.com@kotu.example/l/meetup-join/1',
  'https://kotu@teams.microsoft.com/l/meetup-join/1',
  'https://teams.microsoft.com:8443/l/meetup-join/1',
  'https://teams.microsoft.com\\\\@kotu.example/l/1',
  'https://teams.microsoft.com/l/1 2',
  'javascript:alert(1)',
  'msteams:/l/meetup-join/1',
  '',
])('what leads elsewhere is none: %s', (url) => expect(isTeamsUrl(url)).toBe(false));
