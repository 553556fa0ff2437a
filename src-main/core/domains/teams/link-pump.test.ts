import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import { graphError } from '../../../testing/graph/graph-requests.ts';
import { type GraphServer, startGraphServer } from '../../../testing/graph/graph-server.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { handOver, openMeetingBranch } from '../../../testing/meeting-branch.ts';
import { at, pass, signInAll } from '../../../testing/queue-branch.ts';
import { anApplication } from '../../../testing/workplace.ts';

let counter: TestCore;
let graph: GraphServer;

beforeEach(async () => {
  graph = await startGraphServer();
  counter = await openMeetingBranch();
});
afterEach(async () => {
  await counter.remove();
  await graph.stop();
});

const useAccount = () => counter.ok('teams.configure', graph.account, at.admin);

/** The visitor goes to a room, and the unit is there over Teams. */
async function openTeams(changes: { readonly roomCode?: string; readonly applicationId?: string } = {}) {
  const category = { categoryCode: 'connection', priority: false };
  const { ticket } = await counter.ok('ticket.issue', category, at.reception);
  return handOver(counter, ticket.id, { mode: 'teams', roomCode: 'G1', ...changes });
}

const meetingOf = async ({ id }: Meeting): Promise<Meeting> =>
  (await counter.ok('meeting.get', { meetingId: id }, at.reception)).meeting;

/** The pump works beside the calls, over a real connection. */
async function untilMeeting(meeting: Meeting, expected: object): Promise<void> {
  await vi.waitFor(async () => expect(await meetingOf(meeting)).toMatchObject(expected), 5_000);
}

async function restart(): Promise<void> {
  counter = await counter.reopen();
  await signInAll(counter);
}

test('ON-1: without an account a meeting has its deep link at once, with the number and the unit in it', async () => {
  counter.core.start();
  const meeting = await openTeams();
  await untilMeeting(meeting, {
    link: {
      joinUrl: `https://teams.microsoft.com/l/meeting/new?subject=${meeting.ticketLabel}&attendees=baglanti@oedas.example`,
      by: 'deep_link',
    },
    linkFailure: null,
  });
  expect(graph.wire).toEqual([]);
});

test('ON-1, ON-2: with an account the meeting is opened there, and the unit gets its link by mail', async () => {
  counter.core.start();
  await useAccount();
  const meeting = await openTeams();
  await vi.waitFor(() => expect(graph.mails).toHaveLength(1), 5_000);
  const joinUrl = graph.meetings.get(meeting.id)?.joinWebUrl;
  expect(await meetingOf(meeting)).toMatchObject({ link: { joinUrl, by: 'graph' }, linkFailure: null });
  expect(graph.mails[0]?.toRecipients).toEqual([{ emailAddress: { address: 'baglanti@oedas.example' } }]);
  expect(graph.mails[0]?.body.content).toContain(joinUrl);
});

test('FF-4: nothing that is sent to Microsoft says who the visitor is or what about', async () => {
  counter.core.start();
  await useAccount();
  const application = anApplication();
  const { applicationId } = await counter.ok('application.register', application, at.first);
  await openTeams({ applicationId });
  await vi.waitFor(() => expect(graph.mails).toHaveLength(1), 5_000);
  const { applicant, description, premises, installationNo, topicCode } = application;
  const words = [
    applicant.name,
    applicant.identityNo,
    applicant.phone,
    description,
    installationNo,
    topicCode,
  ];
  const personal = [
    ...words,
    ...(applicant.name ?? '').split(' '),
    premises?.street,
    premises?.neighbourhood,
  ];
  const wire = [...graph.wire, ...graph.wire.map(decodeURIComponent)].join('\n').toLocaleLowerCase('tr');
  for (const word of personal) {
    if (word === null || word === undefined) throw new Error('The application lacks what the test looks for');
    expect(wire).not.toContain(word.toLocaleLowerCase('tr'));
  }
});

test('a lost answer is asked for again, and it is one meeting', async () => {
  counter.core.start();
  await useAccount();
  graph.next('createOrGet', 'lose_answer');
  const meeting = await openTeams();
  await untilMeeting(meeting, { link: null, linkFailure: 'teams_unreachable' });
  await pass(counter, 2_000);
  await untilMeeting(meeting, { link: { by: 'graph' }, linkFailure: null });
  expect(graph.count('createOrGet')).toBe(2);
  expect(graph.meetings.size).toBe(1);
});

test('a meeting and a mail that were left over are taken up after a restart', async () => {
  counter.core.start();
  await useAccount();
  graph.next('createOrGet', 'lose_answer');
  const meeting = await openTeams();
  await untilMeeting(meeting, { linkFailure: 'teams_unreachable' });
  graph.next('sendMail', { status: 503, body: '', headers: { 'retry-after': '3600' } });
  await restart();
  counter.core.start();
  await untilMeeting(meeting, { link: { by: 'graph' } });
  await vi.waitFor(() => expect(graph.count('sendMail')).toBe(1), 5_000);
  expect(graph.mails).toEqual([]);
  await restart();
  counter.core.start();
  await vi.waitFor(() => expect(graph.mails).toHaveLength(1), 5_000);
  expect(graph.meetings.size).toBe(1);
  await restart();
  counter.core.start();
  await untilMeeting(await openTeams({ roomCode: 'G3' }), { link: { by: 'graph' } });
  await vi.waitFor(() => expect(graph.mails).toHaveLength(2), 5_000);
});

test('what Microsoft refuses for good becomes a deep link, with the reason beside it', async () => {
  counter.core.start();
  await useAccount();
  graph.next('createOrGet', {
    status: 403,
    body: graphError('Forbidden', 'No application access policy found for this app'),
  });
  const meeting = await openTeams();
  await untilMeeting(meeting, { link: { by: 'deep_link' }, linkFailure: 'teams_policy' });
  expect(graph.count('createOrGet')).toBe(1);
});

test('what Microsoft does not answer within a minute becomes a deep link', async () => {
  counter.core.start();
  await useAccount();
  const slow = { status: 429, body: '', headers: { 'retry-after': '600' } };
  graph.next('createOrGet', slow, slow);
  const meeting = await openTeams();
  await untilMeeting(meeting, { link: null, linkFailure: 'teams_unreachable' });
  await pass(counter, 59_999);
  expect(graph.count('createOrGet')).toBe(1);
  await pass(counter, 1);
  await untilMeeting(meeting, { link: { by: 'deep_link' }, linkFailure: 'teams_unreachable' });
});

test('a mail that is refused leaves the meeting its link, and is said', async () => {
  counter.core.start();
  await useAccount();
  graph.next('sendMail', { status: 403, body: graphError('ErrorAccessDenied', 'Access is denied') });
  const meeting = await openTeams();
  await untilMeeting(meeting, { link: { by: 'graph' }, linkFailure: 'teams_mail' });
  await pass(counter, 600_000);
  expect(graph.count('sendMail')).toBe(1);
});

test('a new account is tried at once by whoever waits', async () => {
  counter.core.start();
  await counter.ok('teams.configure', { ...graph.account, graphUrl: 'http://127.0.0.1:1' }, at.admin);
  const meeting = await openTeams();
  await untilMeeting(meeting, { linkFailure: 'teams_credentials', link: { by: 'deep_link' } });
  graph.next('createOrGet', { status: 503, body: '' });
  await useAccount();
  const other = await openTeams({ roomCode: 'G3' });
  await untilMeeting(other, { link: null, linkFailure: 'teams_unreachable' });
  await useAccount();
  await untilMeeting(other, { link: { by: 'graph' } });
});
