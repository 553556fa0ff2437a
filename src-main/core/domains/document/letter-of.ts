import type { User } from '../../../../src-shared/contract/session.ts';
import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { type Decision, decisionLetter } from '../../../../src-shared/paper/decision-letter.ts';
import type { Paper, PaperMark } from '../../../../src-shared/paper/paper.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import { actorNames } from '../application/actor-names.ts';
import { applicationOnPaper } from './application-on-paper.ts';
import type { PaperServices } from './paper-of.ts';
import { senderAsOf, senderNow } from './sender.ts';

/**
 * WR-4: the letter of the closing that stands. Everything in it is read as of that closing, so it says the same
 * whenever it is printed, whatever the company writes on its letters by then.
 * Undefined where it is open, and of whom nothing is known that a letter could be sent to.
 */
export async function letterOf(
  { db, catalogue }: PaperServices,
  stream: Stream,
  mark: PaperMark | null,
): Promise<Paper | undefined> {
  const entries = await entriesOfStream(db, stream);
  const closing = foldApplication(entries)?.closing;
  const closed = entries.find(({ id }) => id === closing?.entryId);
  if (closing === undefined || closing === null || closed === undefined) return undefined;
  const state = foldApplication(entries.filter(({ recordedAt }) => recordedAt <= closed.recordedAt));
  if (state === undefined || state.registration.applicant.kind === 'anonymous') return undefined;
  const names = await actorNames(db, catalogue);
  const { outcomeKind, outcome, at, actor } = closing;
  return decisionLetter({
    sender: await senderAsOf({ db, catalogue }, closed),
    application: applicationOnPaper(state, catalogue, names),
    decision: { outcomeKind, outcome, at, by: names.actor(actor) },
    mark,
  });
}

/** What the letter would say, if it were closed now with this outcome. */
export async function draftLetterOf(
  { db, catalogue }: PaperServices,
  stream: Stream,
  { outcomeKind, outcome, at }: Omit<Decision, 'by'>,
  writer: User,
): Promise<Paper | undefined> {
  const state = foldApplication(await entriesOfStream(db, stream));
  if (state === undefined || state.registration.applicant.kind === 'anonymous') return undefined;
  return decisionLetter({
    sender: await senderNow({ db, catalogue }, at),
    application: applicationOnPaper(state, catalogue, await actorNames(db, catalogue)),
    decision: { outcomeKind, outcome, at, by: writer.displayName },
    mark: 'TASLAK',
  });
}
