import { type Entry, inOrder } from './entry.ts';
import { isOneOf, knownEntry, type PayloadOf } from './entry-types.ts';
import { screenEntries } from './screen-entries.ts';

export type ScreenState = PayloadOf<'screen.added'> & {
  readonly id: string;
  readonly addedAt: string;
  readonly withdrawnAt: string | null;
};

/** One screen as its stream sees it; undefined until it was added. Once withdrawn it stays so. */
export function foldScreen(entries: readonly Entry[]): ScreenState | undefined {
  const known = inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter((item) => isOneOf(item, screenEntries));
  const added = known.find((item) => item.type === 'screen.added');
  if (added === undefined) return undefined;
  const withdrawn = known.find((item) => item.type === 'screen.withdrawn');
  return {
    ...added.payload,
    id: added.entry.stream.id,
    addedAt: added.entry.at,
    withdrawnAt: withdrawn?.entry.at ?? null,
  };
}
