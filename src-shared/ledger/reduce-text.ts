import { type PublishedText, publishedText } from '../rules/texts.ts';
import { type Entry, inOrder } from './entry.ts';
import { knownEntry } from './entry-types.ts';

export type PublishedVersion = {
  readonly text: PublishedText;
  readonly at: string;
  /** Who published it. */
  readonly actor: string;
};

/**
 * The versions of one code, in order. Two PCs that were apart may both have published version 2: the later by order
 * is then 3, everywhere. Its hash stays the one of what was written, so records of either find theirs.
 */
export function foldTexts(
  entries: readonly Entry[],
  sha256: (text: string) => string,
): readonly PublishedVersion[] {
  const latest = new Map<string, number>();
  const versions: PublishedVersion[] = [];
  for (const entry of inOrder(entries)) {
    const known = knownEntry(entry);
    // A payload of another code than its stream's would take the place of a text that it is not.
    if (known?.type !== 'text.published' || known.payload.text.code !== entry.stream.id) continue;
    const { text } = known.payload;
    const version = Math.max(text.version, (latest.get(text.language) ?? 0) + 1);
    latest.set(text.language, version);
    versions.push({ text: publishedText(text, sha256, version), at: entry.at, actor: entry.actor });
  }
  return versions;
}
