import { expect, test } from 'vitest';
import type { Entry } from '../ledger/entry.ts';
import type { PayloadOf } from '../ledger/entry-types.ts';
import { foldApplication } from '../ledger/reduce-application.ts';
import { aRegistration, entryWriter } from '../testing/entries.ts';
import { canReceive, closingGaps, wantedMedium } from './closing-guard.ts';

const procedure = { asksNotice: true, edmsNo: 'none', callAttempts: 3 } as const;

type Happened =
  | 'notice'
  | 'route'
  | 'take'
  | 'answer'
  | 'return'
  | 'call'
  | 'missed'
  | 'lateAnswer'
  | 'await'
  | 'supply'
  | 'close'
  | 'reopen';

/** An application after what happened to it; `clock` is how far ahead the team's clock goes. */
function application(
  happened: readonly Happened[],
  changes: Partial<PayloadOf<'application.registered'>> = {},
  clock = 0,
) {
  const to = entryWriter({ kind: 'application', id: 'app-1' });
  const team = { teamCode: 'team-a', member: 'Usta' };
  const ahead = (entry: Entry) => ({ ...entry, at: new Date(Date.parse(entry.at) + clock).toISOString() });
  const steps: Record<Happened, () => Entry> = {
    notice: () =>
      to.write('notice.given', {
        textCode: 'notice',
        textVersion: 1,
        textHash: 'x',
        language: 'tr',
        method: 'printed',
      }),
    route: () => to.write('application.routed', { teamCode: 'team-a', teamName: 'Ekip', note: '' }),
    take: () => to.write('application.taken', team),
    answer: () => ahead(to.write('team.answered', { ...team, answer: 'Onarıldı' })),
    lateAnswer: () => ahead(to.write('team.answered', { ...team, teamCode: 'team-b', answer: 'Geç' })),
    return: () => to.write('team.returned', { ...team, reason: 'Bizim değil' }),
    call: () => to.write('call.attempted', { result: 'reached', phone: null, note: '' }),
    missed: () => to.write('call.attempted', { result: 'no_answer', phone: null, note: '' }),
    await: () => to.write('applicant.awaited', { missing: 'Tapu', pause: null }),
    supply: () => to.write('applicant.supplied', { note: '', dueAt: '2026-04-01T20:59:59.999Z' }),
    close: () =>
      to.write('application.closed', {
        outcomeKind: 'resolved',
        outcome: 'Bitti',
        durableMedium: 'sms',
        satisfaction: 'not_asked',
      }),
    reopen: () =>
      to.write('application.reopened', {
        reason: 'İtiraz',
        dueAt: '2026-05-01T20:59:59.999Z',
        deadlineBasis: 'THY',
      }),
  };
  const registered = to.write('application.registered', aRegistration(changes));
  const state = foldApplication([registered, ...happened.map((step) => steps[step]())]);
  if (state === undefined) throw new Error('It was registered');
  return state;
}

test.each([
  [['notice'], ['call']],
  [['notice', 'call'], []],
  [['call'], ['notice']],
  [['notice', 'call', 'route'], ['team_answer']],
  [['notice', 'route', 'take', 'call'], ['team_answer']],
  [['notice', 'route', 'return', 'call'], ['team_answer']],
  [['notice', 'route', 'answer'], ['call']],
  [['notice', 'route', 'call', 'answer'], ['call']],
  [['notice', 'route', 'answer', 'call'], []],
  [['notice', 'route', 'answer', 'call', 'lateAnswer'], []],
  [[], ['call', 'notice']],
  [['notice', 'missed', 'missed'], ['call']],
  [['notice', 'missed', 'missed', 'missed'], []],
  [['notice', 'missed', 'missed', 'route', 'answer', 'missed'], ['call']],
  [['notice', 'call', 'await'], ['waiting']],
  [['notice', 'call', 'await', 'supply'], []],
  [['notice', 'route', 'return', 'await', 'supply', 'call'], ['team_answer']],
  [['notice', 'call', 'close', 'reopen'], ['call']],
] as const)('SP-3: after %j what is missing before closing is %j', (happened, gaps) => {
  expect(closingGaps(application(happened), procedure)).toEqual(gaps);
});

test('a team whose clock goes an hour ahead does not ask for another call', () => {
  expect(closingGaps(application(['notice', 'route', 'answer', 'call'], {}, 3_600_000), procedure)).toEqual(
    [],
  );
});

test.each(['email', 'written'] as const)('who wanted the answer by %s need not be called', (replyChannel) => {
  expect(closingGaps(application(['notice'], { replyChannel }), procedure)).toEqual([]);
});

const anonymous = {
  kind: 'anonymous',
  name: '',
  identityNo: null,
  phone: null,
  landline: null,
  email: null,
} as const;

test('an anonymous informant needs neither notice nor call', () => {
  expect(closingGaps(application([], { applicant: anonymous, capacity: 'informant' }), procedure)).toEqual(
    [],
  );
});

test('a medium can carry the outcome only where its address is there', () => {
  const { applicant } = aRegistration();
  const premises = { province: 'Eskişehir', district: '', neighbourhood: '', street: '', doorNo: '' };
  const reachable = application([], { applicant: { ...applicant, email: 'a@ornek.com' }, premises });
  const unreachable = application([], { applicant: anonymous });
  const media = ['sms', 'email', 'letter', 'none'] as const;
  expect(media.map((medium) => canReceive(reachable.registration, medium))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(media.map((medium) => canReceive(unreachable.registration, medium))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('IN-1: a channel that goes through the document system lacks its number until it is written', () => {
  const asked = { ...procedure, edmsNo: 'required' } as const;
  expect(closingGaps(application(['notice', 'call']), asked)).toEqual(['edms_no']);
  expect(closingGaps(application(['notice', 'call'], { edmsNo: '2026/1234' }), asked)).toEqual([]);
});

test.each(['cancelled_by_applicant', 'merged_duplicate'] as const)(
  '%s needs neither answer nor call',
  (outcome) => {
    expect(closingGaps(application(['notice', 'route', 'take']), procedure, outcome)).toEqual([]);
    expect(closingGaps(application(['route']), procedure, outcome)).toEqual(['notice']);
  },
);

test('WR-4 IN-4: the outcome goes by the channel that the consumer asked for', () => {
  expect(wantedMedium(application([], { replyChannel: 'email' }))).toBe('email');
  expect(wantedMedium(application([], { replyChannel: 'written' }))).toBe('letter');
  expect(wantedMedium(application([], { replyChannel: 'telephone' }))).toBeUndefined();
  expect(wantedMedium(application([], { replyChannel: 'written', applicant: anonymous }))).toBeUndefined();
});
