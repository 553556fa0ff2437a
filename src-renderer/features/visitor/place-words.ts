import type { VisitorPlace } from '../../../src-shared/contract/visitor.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import type { visitorText } from './text.ts';

type Words = (typeof visitorText)['tr'];

/** `calm`: waits. `now`: has to go. `over`: nothing more will come. */
export type PlaceTone = 'calm' | 'now' | 'over';

export type PlaceWords = { readonly tone: PlaceTone; readonly title: string; readonly hint: string | null };

/** What the visitor has to know of the number, in a title and a sentence. */
export function placeWords({ state, ahead, place }: VisitorPlace, text: Words): PlaceWords {
  switch (state) {
    case 'waiting':
      if (place !== null) return { tone: 'calm', title: text.waitsFor(place), hint: null };
      if (ahead === 0) return { tone: 'calm', title: text.next, hint: text.nextHint };
      return { tone: 'calm', title: text.aheadWhole(ahead ?? 0), hint: null };
    case 'called':
      return { tone: 'now', title: text.called, hint: text.calledHint };
    case 'serving':
      return { tone: 'now', title: text.serving, hint: null };
    case 'held':
      return { tone: 'calm', title: text.held, hint: text.heldHint };
    case 'served':
      return { tone: 'over', title: text.served, hint: text.servedHint };
    case 'no_show':
      return { tone: 'over', title: text.noShow, hint: text.noShowHint };
    case 'cancelled':
      return { tone: 'over', title: text.cancelled, hint: text.cancelledHint };
    default:
      return assertNever(state);
  }
}
