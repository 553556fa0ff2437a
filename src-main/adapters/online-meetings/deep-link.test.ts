import { expect, test } from 'vitest';
import { isTeamsUrl } from '../../../src-shared/rules/teams-url.ts';
import { connectOnlineMeetings } from './connect.ts';
import { deepLinkOf } from './deep-link.ts';

test('ON-1: the link opens a new meeting with the number and the unit filled in', () => {
  expect(deepLinkOf({ subject: 'A101', address: 'baglanti@ornek.com.tr' })).toBe(
    'https://teams.microsoft.com/l/meeting/new?subject=A101&attendees=baglanti@ornek.com.tr',
  );
});

test('Turkish letters and marks of an address come through whole', () => {
  const subject = 'Ç101 & Ğ Iıİi ö+ş=ü #%?';
  const address = 'müşteri+oda#1&x@örnek.com.tr';
  const link = deepLinkOf({ subject, address });
  expect(link).toMatch(/^[\x21-\x7e]+$/);
  const { searchParams, hash } = new URL(link);
  expect([...searchParams]).toEqual([
    ['subject', subject],
    ['attendees', address],
  ]);
  expect(hash).toBe('');
  expect(isTeamsUrl(link)).toBe(true);
});

test('a unit without an address is left for the desk to invite', async () => {
  const teams = connectOnlineMeetings(null);
  const meeting = { id: 'm1', subject: 'Ş7', address: null };
  const joinUrl = 'https://teams.microsoft.com/l/meeting/new?subject=%C5%9E7';
  expect(await teams.makeLink(meeting)).toEqual({ ok: true, value: { joinUrl, by: 'deep_link' } });
  expect(await teams.sendLink(meeting, joinUrl)).toEqual({ ok: true, value: false });
});
