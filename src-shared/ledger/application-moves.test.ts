import { describe, expect, test } from 'vitest';
import { aRegistration, entryWriter } from '../testing/entries.ts';
import {
  type ApplicationMove,
  type ApplicationStatus,
  applicationMoves,
  applicationStates,
  finalStates,
  moveTable,
  stateAfter,
} from './application-moves.ts';
import { foldApplication } from './reduce-application.ts';

type Writer = ReturnType<typeof entryWriter>;

const team = { teamCode: 'team-a', member: 'Usta' };
const closing = { outcome: 'Bitti', durableMedium: 'sms', satisfaction: 'not_asked' } as const;
const due = { dueAt: '2026-05-01T20:59:59.999Z', deadlineBasis: 'THY' };

const entryOfMove: Record<ApplicationMove, (to: Writer) => ReturnType<Writer['write']>> = {
  route: (to) => to.write('application.routed', { teamCode: 'team-a', teamName: 'Ekip', note: '' }),
  take: (to) => to.write('application.taken', team),
  answer: (to) => to.write('team.answered', { ...team, answer: 'Onarıldı' }),
  return: (to) => to.write('team.returned', { ...team, reason: 'Bizim değil' }),
  call: (to) => to.write('call.attempted', { result: 'reached', phone: null, note: '' }),
  await: (to) => to.write('applicant.awaited', { missing: 'Tapu', pause: null }),
  supply: (to) => to.write('applicant.supplied', { note: '', dueAt: due.dueAt }),
  close: (to) => to.write('application.closed', { ...closing, outcomeKind: 'resolved' }),
  refer: (to) => to.write('application.closed', { ...closing, outcomeKind: 'referred_to_supplier' }),
  merge: (to) => to.write('application.closed', { ...closing, outcomeKind: 'merged_duplicate' }),
  cancel: (to) => to.write('application.closed', { ...closing, outcomeKind: 'cancelled_by_applicant' }),
  reopen: (to) => to.write('application.reopened', { reason: 'İtiraz', ...due }),
};

const waysTo: Record<ApplicationStatus, readonly ApplicationMove[]> = {
  registered: [],
  routed: ['route'],
  in_progress_at_team: ['route', 'take'],
  answered_by_team: ['route', 'answer'],
  returned_to_router: ['route', 'return'],
  contacting_customer: ['call'],
  waiting_for_applicant: ['call', 'await'],
  reopened: ['close', 'reopen'],
  closed: ['close'],
  referred_to_supplier: ['refer'],
  merged_duplicate: ['merge'],
  cancelled_by_applicant: ['cancel'],
};

function applicationAfter(moves: readonly ApplicationMove[]) {
  const to = entryWriter({ kind: 'application', id: 'app-1' });
  const registered = to.write('application.registered', aRegistration());
  const state = foldApplication([registered, ...moves.map((move) => entryOfMove[move](to))]);
  if (state === undefined) throw new Error('It was registered');
  return state;
}

/** Moves that two people may well make at once and that mean the same: the second says nothing new. */
const harmless: Partial<Record<ApplicationMove, readonly ApplicationStatus[]>> = {
  await: ['waiting_for_applicant'],
  supply: applicationStates.filter((state) => state !== 'waiting_for_applicant'),
  reopen: applicationStates.filter((state) => !finalStates.some((final) => final === state)),
};

describe.each(applicationStates)('an application that is %s', (from) => {
  test.each(applicationMoves)('%s: goes where the table says, or stays and is a conflict', (move) => {
    expect(applicationAfter(waysTo[from]).status).toBe(from);
    const before = applicationAfter(waysTo[from]).statusBefore;
    const next = applicationAfter([...waysTo[from], move]);
    const allowed = stateAfter(move, from, before);
    expect(next.status).toBe(allowed ?? from);
    const isConflict = next.conflicts.some(({ reason }) => reason !== 'closed_without_answer');
    expect(isConflict).toBe(allowed === undefined && harmless[move]?.includes(from) !== true);
  });
});

test('the table is what the lifecycle of domain facts 4.2 says', () => {
  const ways = applicationMoves.flatMap((move) =>
    Object.entries(moveTable[move]).map(([from, to]) => `${from} -${move}→ ${to}`),
  );
  expect(ways.toSorted()).toMatchSnapshot();
});

test('what waits for the applicant goes on where it stood', () => {
  for (const way of [[], ['route', 'answer'], ['route', 'return'], ['call'], ['close', 'reopen']] as const) {
    const state = applicationAfter([...way, 'await', 'supply']);
    expect(state.status).toBe(applicationAfter(way).status);
    expect(state.waits).toHaveLength(1);
  }
});

test('nothing leads out of a final state but reopening', () => {
  const ways = applicationMoves.filter((move) =>
    finalStates.some((final) => {
      const to = moveTable[move][final];
      return to !== undefined && to !== final;
    }),
  );
  expect(ways).toEqual(['reopen']);
});
