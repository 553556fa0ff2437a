import type { ApplicationState } from '../../src-shared/ledger/application-state.ts';
import { type Entry, inOrder } from '../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../src-shared/ledger/reduce-application.ts';
import { formatPhone } from '../../src-shared/text/phone.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { entriesOfStream } from '../ledger/entry-rows.ts';
import { topicAnswers } from '../lib/topics.ts';

export type TeamFile = {
  readonly state: ApplicationState;
  /** Null where the applicant must stay unknown to the team. */
  readonly applicant: { readonly name: string; readonly phone: string | null } | null;
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  readonly takenBy: string | undefined;
  readonly isOpenHere: boolean;
};

/**
 * An application as far as a team that it was routed to may see it; undefined for any other team. The team works on
 * a place and a matter: identity numbers stay out, and of an informant everything does (THY: the identity of who
 * reports illegal use is kept secret).
 */
export async function readTeamFile(
  parts: GatewayParts,
  teamCode: string | null,
  id: string,
): Promise<TeamFile | undefined> {
  const entries = await entriesOfStream(parts.db, { kind: 'application', id });
  const state = foldApplication(entries);
  if (!state?.routings.some((routing) => routing.teamCode === teamCode)) return undefined;
  const { applicant, capacity, topicCode, topicFields } = state.registration;
  const isSecret = capacity === 'informant' || applicant.kind === 'anonymous';
  const phone = applicant.phone ?? applicant.landline;
  const isWithTeam = state.status === 'routed' || state.status === 'in_progress_at_team';
  return {
    state,
    applicant: isSecret ? null : { name: applicant.name, phone: phone && formatPhone(phone) },
    answers: topicAnswers(topicCode, topicFields).filter((answer) => !(isSecret && answer.isPhone)),
    takenBy: takenBy(entries),
    isOpenHere: isWithTeam && state.routings.at(-1)?.teamCode === teamCode,
  };
}

/** Who took it since it was last routed. */
export function takenBy(entries: readonly Entry[]): string | undefined {
  const known = inOrder(entries).flatMap((entry) => knownEntry(entry) ?? []);
  const last = known.findLast(
    (item) => item.type === 'application.routed' || item.type === 'application.taken',
  );
  return last?.type === 'application.taken' ? last.payload.member : undefined;
}
