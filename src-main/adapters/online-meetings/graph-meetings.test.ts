import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { graphError, tokenError } from '../../testing/graph/graph-requests.ts';
import { type Fate, type GraphServer, startGraphServer } from '../../testing/graph/graph-server.ts';
import { createGraphMeetings } from './graph-meetings.ts';

let graph: GraphServer;
beforeEach(async () => {
  graph = await startGraphServer();
});
afterEach(() => graph.stop());

const meeting = { id: '0192-meeting', subject: 'A101', address: 'baglanti@ornek.com.tr' };
const later = (retryAfterMs: number | null) => ({ ok: false, failure: { kind: 'later', retryAfterMs } });
const refused = (code: string) => ({ ok: false, failure: { kind: 'refused', code } });

describe('ON-1, ON-2: a meeting through Microsoft Graph', () => {
  test('is opened in the organizer’s name, and its link goes to the unit', async () => {
    const teams = createGraphMeetings(graph.account);
    const made = await teams.makeLink(meeting);
    const link = graph.meetings.get(meeting.id)?.joinWebUrl ?? '';
    expect(made).toEqual({ ok: true, value: { joinUrl: link, by: 'graph' } });
    expect(graph.meetings.get(meeting.id)?.subject).toBe('A101');
    expect(await teams.sendLink(meeting, link)).toEqual({ ok: true, value: true });
    expect(graph.mails).toEqual([
      {
        subject: 'A101 · Teams görüşmesi',
        body: {
          contentType: 'Text',
          content: `A101 numaralı ziyaretçi sizinle görüşmek istiyor.\n\nKatılmak için: ${link}\n`,
        },
        toRecipients: [{ emailAddress: { address: meeting.address } }],
      },
    ]);
    expect(graph.count('token')).toBe(1);
  });

  test('asked for again after a lost answer is the same meeting', async () => {
    const teams = createGraphMeetings(graph.account);
    graph.next('createOrGet', 'lose_answer');
    expect(await teams.makeLink(meeting)).toEqual(later(null));
    expect(await teams.makeLink(meeting)).toMatchObject({ ok: true });
    expect(graph.count('createOrGet')).toBe(2);
    expect(graph.meetings.size).toBe(1);
  });

  test('has nobody to mail to where the unit has no address', async () => {
    const teams = createGraphMeetings(graph.account);
    expect(await teams.sendLink({ ...meeting, address: null }, 'https://teams.microsoft.com/l/1')).toEqual({
      ok: true,
      value: false,
    });
    expect(graph.wire).toEqual([]);
  });
});

describe('the token', () => {
  test('is kept until shortly before its end', async () => {
    let now = 0;
    const teams = createGraphMeetings(graph.account, { now: () => now });
    await teams.makeLink(meeting);
    now = (3_599 - 60) * 1_000 - 1;
    await teams.makeLink(meeting);
    expect(graph.count('token')).toBe(1);
    now += 1;
    await teams.makeLink(meeting);
    expect(graph.count('token')).toBe(2);
  });

  test('that Graph takes no longer is replaced once, and the meeting is opened', async () => {
    const teams = createGraphMeetings(graph.account);
    await teams.makeLink(meeting);
    graph.revokeTokens();
    expect(await teams.makeLink({ ...meeting, id: 'second' })).toMatchObject({ ok: true });
    expect(graph.count('token')).toBe(2);
  });

  test('that is refused again and again ends the asking', async () => {
    const teams = createGraphMeetings(graph.account);
    const no: Fate = { status: 401, body: graphError('InvalidAuthenticationToken', 'Bad audience') };
    graph.next('createOrGet', no, no);
    expect(await teams.makeLink(meeting)).toEqual(refused('teams_credentials'));
    expect(graph.count('createOrGet')).toBe(2);
  });

  test.each([
    ['a wrong secret', { clientSecret: 'başka' }],
    ['another application', { clientId: '0a1b2c3d-0000-4000-8000-0000000000ff' }],
  ])('is not given for %s', async (_name, wrong) => {
    expect(await createGraphMeetings({ ...graph.account, ...wrong }).makeLink(meeting)).toEqual(
      refused('teams_credentials'),
    );
  });

  test.each<[string, Fate, object]>([
    ['429', { status: 429, body: '', headers: { 'retry-after': '7' } }, later(7_000)],
    ['a proxy’s page', { status: 403, body: '<html>' }, later(null)],
    ['a server’s failure', { status: 500, body: tokenError('server_error', '') }, later(null)],
    ['an answer without a token', { status: 200, body: '{"token_type":"Bearer"}' }, later(null)],
    ['a lost answer', 'lose_answer', later(null)],
  ])('is asked for later after %s', async (_name, fate, outcome) => {
    graph.next('token', fate);
    expect(await createGraphMeetings(graph.account).makeLink(meeting)).toEqual(outcome);
  });
});

describe('what Graph answers instead of a meeting', () => {
  const noPolicy = 'No application access policy found for this app';
  test.each<[string, Fate, object]>([
    [
      '403 without an access policy names the policy',
      { status: 403, body: graphError('Forbidden', noPolicy) },
      refused('teams_policy'),
    ],
    [
      '403 without the permission names the permission',
      { status: 403, body: graphError('Authorization_RequestDenied', 'Insufficient privileges') },
      refused('teams_permission'),
    ],
    [
      '404 names the organizer',
      { status: 404, body: graphError('UserNotFound', 'No user') },
      refused('teams_organizer'),
    ],
    ['400 is ours to mend', { status: 400, body: graphError('BadRequest', '') }, refused('teams_rejected')],
    [
      '429 waits as long as it asks',
      { status: 429, body: '', headers: { 'retry-after': '12' } },
      later(12_000),
    ],
    ['503 without a time waits half a minute', { status: 503, body: '' }, later(30_000)],
    ['500 is tried again', { status: 500, body: graphError('InternalServerError', '') }, later(null)],
    ['504 is tried again', { status: 504, body: '' }, later(null)],
    ['a proxy’s page is tried again', { status: 404, body: '<html>' }, later(null)],
    ['an answer cut in half is tried again', { status: 201, body: '{"joinWebUrl":"htt' }, later(null)],
    ['an answer without a link is tried again', { status: 201, body: '{"id":"1"}' }, later(null)],
    [
      'a link that leads elsewhere is no answer',
      { status: 201, body: '{"joinWebUrl":"https://teams.kotu.example/1"}' },
      later(null),
    ],
    [
      'a redirect is not followed with the token',
      { status: 307, body: '', headers: { location: 'http://127.0.0.1:1/' } },
      later(null),
    ],
  ])('%s', async (_name, fate, outcome) => {
    graph.next('createOrGet', fate);
    expect(await createGraphMeetings(graph.account).makeLink(meeting)).toEqual(outcome);
  });

  test('a mail that is refused names permission, mailbox and address', async () => {
    graph.next('sendMail', { status: 403, body: graphError('ErrorAccessDenied', 'Access is denied') });
    expect(
      await createGraphMeetings(graph.account).sendLink(meeting, 'https://teams.microsoft.com/l/1'),
    ).toEqual(refused('teams_mail'));
  });

  test('nobody answers in time', async () => {
    graph.next('createOrGet', 'never_answer');
    expect(await createGraphMeetings(graph.account, { timeoutMs: 200 }).makeLink(meeting)).toEqual(
      later(null),
    );
  });

  test('nobody is there at all', async () => {
    await graph.stop();
    expect(await createGraphMeetings(graph.account).makeLink(meeting)).toEqual(later(null));
    graph = await startGraphServer();
  });

  test('what is under way ends when the connection is closed, and nothing is asked any more', async () => {
    const teams = createGraphMeetings(graph.account);
    await teams.makeLink(meeting);
    teams.close();
    expect(await teams.makeLink(meeting)).toEqual(later(null));
    expect(graph.count('createOrGet')).toBe(1);
  });
});
