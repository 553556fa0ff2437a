import type { FileConflict } from '../../../../src-shared/contract/application-file.ts';
import type { ApplicationState, Conflict } from '../../../../src-shared/ledger/application-state.ts';
import type { Entry } from '../../../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../../../src-shared/ledger/entry-types.ts';
import { canBeTaken } from '../../../../src-shared/ledger/reduce-conflicts.ts';
import { reviewWords } from '../../../../src-shared/text/consent-words.ts';
import { outcomeKindWords } from '../../../../src-shared/text/words.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { seenWords } from '../person/person-view.ts';
import type { Sights } from '../person/viewer.ts';
import { amendmentLines } from './amendment-lines.ts';
import { conflictWords, type TimelineNames } from './timeline.ts';

type View = {
  readonly names: TimelineNames;
  readonly catalogue: Catalogue;
  readonly sights: Sights;
  /** Whoever may not know an informant is not shown what the sides say either. */
  readonly isHidden: boolean;
};
type Line = { readonly label: string; readonly value: string };

/** What could not both take effect, side by side: what stands and what came against it. */
export function conflictsOf(state: ApplicationState, entries: readonly Entry[], view: View): FileConflict[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return state.conflicts.map((conflict) => {
    const standing = conflict.against === null ? undefined : byId.get(conflict.against);
    const other = byId.get(conflict.entryId);
    return {
      entryId: conflict.entryId,
      sentence: `${view.names.actor(conflict.actor)}: ${conflictWords[conflict.reason]}`,
      standing: standing === undefined ? null : sideOf(standing, view),
      other:
        other === undefined
          ? { actorName: view.names.actor(conflict.actor), at: conflict.at, lines: [] }
          : sideOf(other, view),
      canTake: conflict.settled === null && canBeTaken(conflict),
      settled: settledOf(conflict, view),
    };
  });
}

function settledOf({ settled }: Conflict, { names, sights }: View): FileConflict['settled'] {
  if (settled === null) return null;
  const { actor, at, settlement, note } = settled;
  return { by: names.actor(actor), at, settlement, note: seenWords(note, sights) };
}

function sideOf(entry: Entry, view: View): FileConflict['other'] {
  return {
    actorName: view.names.actor(entry.actor),
    at: entry.at,
    lines: view.isHidden || view.sights('words') !== 'whole' ? [] : [...linesOf(entry, view)],
  };
}

function linesOf(entry: Entry, { catalogue, sights }: View): readonly Line[] {
  const known = knownEntry(entry);
  switch (known?.type) {
    case 'application.closed':
      return [
        { label: 'Sonucun türü', value: outcomeKindWords[known.payload.outcomeKind] },
        { label: 'Sonuç', value: known.payload.outcome },
      ];
    case 'application.amended':
      return amendmentLines(known.payload, catalogue, sights).map(({ label, to }) => ({ label, value: to }));
    case 'application.routed':
      return [
        { label: 'Ekip', value: known.payload.teamName },
        { label: 'Not', value: known.payload.note },
      ];
    case 'team.answered':
      return [{ label: 'Yanıt', value: known.payload.answer }];
    case 'team.returned':
      return [{ label: 'Neden', value: known.payload.reason }];
    case 'application.reopened':
      return [{ label: 'Neden', value: known.payload.reason }];
    case 'consent.reviewed':
      return [
        { label: 'Karar', value: reviewWords[known.payload.outcome] },
        { label: 'Dayanak', value: known.payload.ground },
      ];
    case 'applicant.awaited':
      return [{ label: 'Beklenen', value: known.payload.missing }];
    default:
      return [];
  }
}
