import type { Said } from './application-state.ts';
import { type Entry, inOrder } from './entry.ts';
import { knownEntry } from './entry-types.ts';

/** The hold that stands on a stream; null where none was placed or it was lifted. */
export function foldHold(entries: readonly Entry[]): Said<'hold.placed'> | null {
  const marks = entries.filter(({ type }) => type.startsWith('hold.'));
  let hold: Said<'hold.placed'> | null = null;
  for (const entry of inOrder(marks)) {
    const known = knownEntry(entry);
    if (known?.type === 'hold.lifted') hold = null;
    // Whoever places it a second time has nothing to add: the first stands.
    else if (known?.type === 'hold.placed')
      hold ??= { entryId: entry.id, at: entry.at, actor: entry.actor, ...known.payload };
  }
  return hold;
}
