import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import {
  type ApplicationMove,
  type ApplicationStatus,
  applicationStates,
  isFinal,
  moveTable,
} from '../../../../src-shared/ledger/application-moves.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { returnAsTeam, takeAsTeam, tellAsTeam } from '../../../testing/team.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const team = 'outage_repair';

beforeAll(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterAll(() => counter.remove());

const register = async () => (await counter.ok('application.register', anApplication(), clerk)).applicationId;

type Closing = Omit<InputOf<'application.close'>, 'applicationId'>;
const resolved: Closing = {
  outcomeKind: 'resolved',
  outcome: 'Giderildi',
  durableMedium: 'sms',
  satisfaction: 'not_asked',
};

/** What a clerk can do, by the move that it makes. */
const acts: Partial<Record<ApplicationMove, (applicationId: string) => Promise<{ readonly ok: boolean }>>> = {
  route: (applicationId) =>
    counter.call('application.route', { applicationId, teamCode: team, note: '' }, clerk),
  call: (applicationId) =>
    counter.call('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk),
  await: (applicationId) =>
    counter.call('application.awaitApplicant', { applicationId, missing: 'Tapu' }, clerk),
  supply: (applicationId) => counter.call('application.receiveSupply', { applicationId, note: '' }, clerk),
  cancel: (applicationId) => close(applicationId, { outcomeKind: 'cancelled_by_applicant' }),
  merge: async (applicationId) =>
    close(applicationId, { outcomeKind: 'merged_duplicate', duplicateOf: await register() }),
  reopen: (applicationId) => counter.call('application.reopen', { applicationId, reason: 'İtiraz' }, clerk),
};

function close(applicationId: string, changes: Partial<Closing>) {
  return counter.call('application.close', { applicationId, ...resolved, ...changes }, clerk);
}

async function act(move: ApplicationMove, applicationId: string): Promise<void> {
  if (!(await acts[move]?.(applicationId))?.ok) throw new Error(`${move} was refused`);
}

const waysTo: Record<ApplicationStatus, (id: string) => Promise<void>> = {
  registered: async () => {},
  routed: (id) => act('route', id),
  in_progress_at_team: async (id) => {
    await act('route', id);
    counter = await takeAsTeam(counter, id, team);
  },
  answered_by_team: async (id) => {
    await act('route', id);
    counter = await tellAsTeam(counter, id, team, 'Onarıldı');
  },
  returned_to_router: async (id) => {
    await act('route', id);
    counter = await returnAsTeam(counter, id, team, 'Bizim değil');
  },
  contacting_customer: (id) => act('call', id),
  waiting_for_applicant: (id) => act('await', id),
  reopened: async (id) => {
    await act('cancel', id);
    await act('reopen', id);
  },
  closed: async (id) => {
    await act('call', id);
    await close(id, {});
  },
  referred_to_supplier: async (id) => {
    await act('call', id);
    await close(id, { outcomeKind: 'referred_to_supplier' });
  },
  merged_duplicate: (id) => act('merge', id),
  cancelled_by_applicant: (id) => act('cancel', id),
};

const moves = Object.keys(acts) as ApplicationMove[];

describe.each(applicationStates)('an application that is %s', (status) => {
  test.each(moves)(
    '%s: is carried out where the table has it, and refused in words where not',
    async (move) => {
      const id = await register();
      await waysTo[status](id);
      const before = await counter.ok('application.get', { applicationId: id }, clerk);
      expect(before.status).toBe(status);
      // A call is possible in every state of the table, but nothing is asked of a concluded application.
      const isAllowed = moveTable[move][status] !== undefined && !(move === 'call' && isFinal(status));
      const offered = before.can as Readonly<Record<string, boolean>>;
      const offer = move === 'cancel' || move === 'merge' ? 'close' : move;
      expect(offered[offer]).toBe(isAllowed);
      const answer = await acts[move]?.(id);
      expect(answer?.ok).toBe(isAllowed);
      const after = await counter.ok('application.get', { applicationId: id }, clerk);
      expect(after.conflicts).toEqual([]);
      if (!isAllowed) expect(after.timeline).toEqual(before.timeline);
    },
  );
});
