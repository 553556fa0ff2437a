import type { ApplicationState } from '../../src-shared/ledger/application-state.ts';
import type { Entry, NewEntry } from '../../src-shared/ledger/entry.ts';
import { fact } from '../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../src-shared/ledger/reduce-application.ts';
import type { Member } from '../access/members.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { entriesOfStream } from '../ledger/entry-rows.ts';
import { lockAppends } from '../ledger/store-entries.ts';
import { branchOfApplication } from '../projections/applications.ts';
import { takenBy } from './team-file.ts';

export type TeamAction =
  | { readonly kind: 'take' }
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'return'; readonly text: string };

/** Why an action no longer fits the application as it stands. */
export type Stale = 'not_found' | 'closed' | 'elsewhere' | 'answered' | 'returned' | 'taken';

/**
 * Writes what a member did, if the application is still with the team. Checked under the append lock, so that of
 * two members who answer at once one is told; a repeated form that has taken effect already counts as done.
 */
export async function actAsTeam(
  parts: GatewayParts,
  member: Member,
  id: string,
  action: TeamAction,
): Promise<'done' | Stale> {
  const stream = { kind: 'application', id };
  const result = await parts.db.transaction().execute(async (tx) => {
    await lockAppends(tx);
    const entries = await entriesOfStream(tx, stream);
    const state = foldApplication(entries);
    const branch = await branchOfApplication(tx, id);
    if (state === undefined || branch === undefined) return 'not_found';
    if (isRepeated(state, entries, member, action)) return 'done';
    const stale = staleness(state, entries, member, action);
    if (stale !== undefined) return stale;
    const actor = `team:${member.teamCode}/${member.displayName}`;
    await parts.ownLog.append(tx, [{ branch, actor, fact: factOf(stream, member, action) }]);
    return 'done';
  });
  if (result === 'done') parts.onStored();
  return result;
}

function staleness(
  state: ApplicationState,
  entries: readonly Entry[],
  member: Member,
  action: TeamAction,
): Stale | undefined {
  if (!state.routings.some((routing) => routing.teamCode === member.teamCode)) return 'not_found';
  if (state.status === 'closed') return 'closed';
  if (state.routings.at(-1)?.teamCode !== member.teamCode) return 'elsewhere';
  if (state.status === 'returned_to_router') return 'returned';
  if (state.status !== 'routed' && state.status !== 'in_progress_at_team') return 'answered';
  return action.kind === 'take' && takenBy(entries) !== undefined ? 'taken' : undefined;
}

/** A double click, or a reload of the answer: the same member said the very same last. */
function isRepeated(
  state: ApplicationState,
  entries: readonly Entry[],
  member: Member,
  action: TeamAction,
): boolean {
  switch (action.kind) {
    case 'take':
      return state.status === 'in_progress_at_team' && takenBy(entries) === member.username;
    case 'answer': {
      const last = state.answers.at(-1);
      return (
        state.status === 'answered_by_team' && last?.member === member.username && last.answer === action.text
      );
    }
    case 'return': {
      const last = state.returns.at(-1);
      return (
        state.status === 'returned_to_router' &&
        last?.member === member.username &&
        last.reason === action.text
      );
    }
    default:
      return action satisfies never;
  }
}

function factOf(stream: { kind: string; id: string }, member: Member, action: TeamAction): NewEntry {
  const who = { teamCode: member.teamCode ?? '', member: member.username };
  switch (action.kind) {
    case 'take':
      return fact(stream, 'application.taken', who);
    case 'answer':
      return fact(stream, 'team.answered', { ...who, answer: action.text });
    case 'return':
      return fact(stream, 'team.returned', { ...who, reason: action.text });
    default:
      return action satisfies never;
  }
}
