import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRegistration, entryWriter } from '../testing/entries.ts';
import { callResults, durableMedia, smsStates } from './application-entries.ts';
import type { ApplicationState } from './application-state.ts';
import type { Entry } from './entry.ts';
import { foldApplication } from './reduce-application.ts';

type Writer = ReturnType<typeof entryWriter>;
type Step = (writer: Writer) => Entry;

const register: Step = (to) => to.write('application.registered', aRegistration());
const route =
  (teamCode = 'team-a'): Step =>
  (to) =>
    to.write('application.routed', { teamCode, teamName: 'Ekip', note: '' });
const take =
  (teamCode = 'team-a'): Step =>
  (to) =>
    to.write('application.taken', { teamCode, member: 'Usta' });
const answer =
  (teamCode = 'team-a'): Step =>
  (to) =>
    to.write('team.answered', { teamCode, member: 'Usta', answer: 'Onarıldı' });
const giveBack =
  (teamCode = 'team-a'): Step =>
  (to) =>
    to.write('team.returned', { teamCode, member: 'Usta', reason: 'Bizim değil' });
const called: Step = (to) => to.write('call.attempted', { result: 'reached', phone: null, note: '' });
const closeWith =
  (outcome = 'Bitti'): Step =>
  (to) =>
    to.write('application.closed', {
      outcomeKind: 'resolved',
      outcome,
      durableMedium: 'sms',
      satisfaction: 'not_asked',
    });
const askSms: Step = (to) =>
  to.write('sms.requested', {
    smsId: 'sms-1',
    purpose: 'application_registered',
    to: '+905321234567',
    text: 'Kayda alındı',
    segments: 1,
    templateVersion: 1,
  });
const reportSms =
  (state: (typeof smsStates)[number]): Step =>
  (to) =>
    to.write('sms.reported', { smsId: 'sms-1', state, driver: 'outbox', detail: state });

function write(steps: readonly Step[]): readonly Entry[] {
  const writer = entryWriter({ kind: 'application', id: 'app-1' });
  return steps.map((step) => step(writer));
}

function after(...steps: readonly Step[]): ApplicationState {
  const state = foldApplication(write(steps));
  if (state === undefined) throw new Error('These steps have no registration');
  return state;
}

describe('the state that each entry leads to', () => {
  const paths: readonly (readonly [ApplicationState['status'], readonly Step[]])[] = [
    ['registered', [register]],
    ['routed', [register, route()]],
    ['in_progress_at_team', [register, route(), take()]],
    ['answered_by_team', [register, route(), answer()]],
    ['answered_by_team', [register, route(), take(), answer()]],
    ['returned_to_router', [register, route(), giveBack()]],
    ['routed', [register, route(), giveBack(), route('team-b')]],
    ['contacting_customer', [register, called]],
    ['contacting_customer', [register, route(), answer(), called]],
    ['routed', [register, route(), called]],
    ['returned_to_router', [register, route(), giveBack(), called]],
    ['closed', [register, called, closeWith()]],
    ['closed', [register, closeWith(), called]],
  ];
  test.each(paths)('%s', (status, steps) => {
    expect(after(...steps)).toMatchObject({ status, conflicts: [] });
  });
});

test('of two closings the first by order stands, and the second is shown as a conflict', () => {
  const entries = write([register, closeWith('ilk'), closeWith('ikinci')]);
  for (const arrived of [entries, entries.toReversed()])
    expect(foldApplication(arrived)).toMatchObject({
      status: 'closed',
      closing: { outcome: 'ilk' },
      conflicts: [{ entryId: entries[2]?.id, type: 'application.closed', reason: 'closed_before' }],
    });
});

test('a closing that crossed a routing stands, and is shown', () => {
  expect(after(register, route(), closeWith())).toMatchObject({
    status: 'closed',
    conflicts: [{ type: 'application.closed', reason: 'closed_without_answer' }],
  });
});

test('a routing after the closing moves nothing', () => {
  expect(after(register, closeWith(), route())).toMatchObject({
    status: 'closed',
    routings: [],
    conflicts: [{ type: 'application.routed', reason: 'closed_before' }],
  });
});

test.each([
  ['after the closing', [register, route(), answer(), closeWith()], 'closed'],
  ['of a team that no longer has it', [register, route(), route('team-b')], 'routed'],
  ['a second time', [register, route(), answer()], 'answered_by_team'],
] as const)('a late answer, %s, is kept and moves nothing', (_, steps, status) => {
  const before = after(...steps);
  const state = after(...steps, answer());
  expect(state).toMatchObject({ status, conflicts: [{ reason: 'not_open_to_team' }] });
  expect(state.answers).toHaveLength(before.answers.length + 1);
});

test.each([
  ['taken', take('team-b')],
  ['returned', giveBack('team-b')],
] as const)('what a team that does not have it says (%s) moves nothing', (_, step) => {
  expect(after(register, route(), step)).toMatchObject({
    status: 'routed',
    conflicts: [{ reason: 'not_open_to_team' }],
  });
});

test('a second registration of one application is a conflict; the first stands', () => {
  const again: Step = (to) =>
    to.write('application.registered', aRegistration({ applicationNo: '26-2026-0200001' }));
  expect(after(register, again)).toMatchObject({
    registration: { applicationNo: '26-2026-0100001' },
    conflicts: [{ type: 'application.registered', reason: 'registered_before' }],
  });
});

test('only an answer that counts makes a call before it too early', () => {
  expect(after(register, called).callsSinceAnswer).toHaveLength(1);
  expect(after(register, route(), called, answer()).callsSinceAnswer).toEqual([]);
  expect(after(register, route(), answer(), called).callsSinceAnswer).toHaveLength(1);
  expect(after(register, route(), answer(), called, answer('team-b')).callsSinceAnswer).toHaveLength(1);
});

test.each([
  [[], 'waiting'],
  [['accepted'], 'accepted'],
  [['delivered', 'accepted'], 'delivered'],
  [['failed', 'accepted'], 'failed'],
  [['failed', 'delivered'], 'delivered'],
  [['delivered', 'failed'], 'delivered'],
] as const)('an SMS that was reported %s is %s', (reports, state) => {
  expect(after(register, askSms, ...reports.map(reportSms)).messages).toMatchObject([{ state }]);
});

test('an SMS asked for twice under one id is one message', () => {
  expect(after(register, askSms, askSms).messages).toHaveLength(1);
});

test('the registration comes first, also where a wrong clock sorts it behind what it caused', () => {
  expect(after(route(), register)).toMatchObject({ status: 'routed', conflicts: [] });
});

test('without its registration there is no application yet', () => {
  expect(foldApplication(write([route(), answer()]))).toBeUndefined();
  expect(foldApplication([])).toBeUndefined();
});

test('an unknown type, version or shape and an erased payload are passed over', () => {
  const strange: readonly Step[] = [
    (to) => to.unchecked('application.reopened', { why: 'yarın' }),
    (to) => to.unchecked('application.closed', { outcome: 'yeni biçim' }, 2),
    (to) => to.unchecked('application.closed', { outcome: 12 }),
    (to) => ({ ...closeWith()(to), payload: null, salt: null }),
    (to) => to.write('ticket.served', { deskCode: 'B1', deskName: 'Banko 1' }),
  ];
  const { lastEntryAt: _, ...plain } = after(register, route());
  const { lastEntryAt: __, ...passed } = after(register, route(), ...strange);
  expect(passed).toEqual(plain);
});

test('any history, legal or not, folds to one state in any order and with any repetition', () => {
  const team = fc.constantFrom('team-a', 'team-b');
  const step: fc.Arbitrary<Step> = fc.oneof(
    team.map(route),
    team.map(take),
    team.map(answer),
    team.map(giveBack),
    fc.constantFrom(...smsStates).map(reportSms),
    fc.constantFrom(...callResults).map(
      (result): Step =>
        (to) =>
          to.write('call.attempted', { result, phone: null, note: '' }),
    ),
    fc.constantFrom(...durableMedia).map((medium) => closeWith(medium)),
    fc.constantFrom<Step>(register, askSms, (to) => to.unchecked('application.unknown', {})),
    fc.constantFrom(1, 2).map(
      (copyNo): Step =>
        (to) =>
          to.write('print.requested', { jobId: `job-${copyNo}`, document: 'application_receipt', copyNo }),
    ),
    fc.constantFrom('sent' as const, 'failed' as const).map(
      (state): Step =>
        (to) =>
          to.write('print.reported', { jobId: 'job-1', state, reason: '' }),
    ),
  );
  const arrivals = fc
    .array(step, { maxLength: 14 })
    .map((steps) => write([register, ...steps]))
    .chain((entries) =>
      fc.record({
        entries: fc.constant(entries),
        arrived: fc
          .tuple(
            fc.shuffledSubarray([...entries], { minLength: entries.length }),
            fc.array(fc.constantFrom(...entries), { maxLength: 6 }),
            fc.nat(),
          )
          .map(([all, repeated, at]) => all.toSpliced(at % (all.length + 1), 0, ...repeated)),
      }),
    );
  fc.assert(
    fc.property(arrivals, ({ entries, arrived }) => {
      const state = foldApplication(arrived);
      expect(state).toEqual(foldApplication(entries));
      const closings = entries.filter((entry) => entry.type === 'application.closed');
      expect(state?.closing?.entryId).toBe(closings[0]?.id);
      expect(state?.status === 'closed').toBe(closings.length > 0);
    }),
  );
});
