import {
  type Failure,
  fail,
  failSaying,
  type Result,
  succeed,
} from '../../../../src-shared/contract/errors.ts';
import {
  type ApplicationMove,
  isFinal,
  stateAfter,
} from '../../../../src-shared/ledger/application-moves.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import type { Entry } from '../../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import type { Topic } from '../../../../src-shared/rules/catalogue.ts';
import { type GuardedAct, lacksGround, needsGround } from '../../../../src-shared/rules/special-category.ts';
import { applicationStatusWords } from '../../../../src-shared/text/words.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import type { Work } from '../../write.ts';

export type Loaded = { readonly state: ApplicationState; readonly entries: readonly Entry[] };

export function streamOf(id: string) {
  return { kind: 'application', id };
}

/** The application as it stands within the unit of work; `not_found` where this store does not hold it. */
export async function loadApplication(work: Work, id: string): Promise<Result<Loaded>> {
  const entries = await entriesOfStream(work.trx, streamOf(id));
  const state = foldApplication(entries);
  return state === undefined ? fail('not_found') : succeed({ state, entries });
}

/** The same of one that is not concluded. */
export async function openApplication(work: Work, id: string): Promise<Result<Loaded>> {
  const loaded = await loadApplication(work, id);
  if (!loaded.ok) return loaded;
  return isFinal(loaded.value.state.status) ? fail('already_closed') : loaded;
}

/** Why the table does not allow a move now, saying in which state the application is; undefined where it does. */
export function refusedMove(
  state: ApplicationState,
  move: ApplicationMove,
): { readonly ok: false; readonly error: Failure } | undefined {
  if (stateAfter(move, state.status, state.statusBefore) !== undefined) return undefined;
  const standing = applicationStatusWords[state.status];
  return failSaying('wrong_state', `Başvurunun durumu bu işleme uygun değil: ${standing}.`);
}

/** Why special-category data may not be processed in this way yet (KVKK md. 6); undefined where it may, or is not. */
export function ungrounded(
  state: ApplicationState,
  topic: Topic | undefined,
  act: GuardedAct,
): { readonly ok: false; readonly error: Failure } | undefined {
  return needsGround[act] && lacksGround(state, topic) ? fail('special_ground_needed') : undefined;
}
