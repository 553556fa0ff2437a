import { attachmentEntries } from './attachment-entries.ts';
import { isOneOf, type KnownEntry, type KnownOf, type PayloadOf } from './entry-types.ts';

type Happening = { readonly entryId: string; readonly at: string; readonly actor: string };

/** What was said of the files of an application; kept apart, so that a withdrawal holds in whatever order it sorts. */
export type AttachmentFacts = {
  readonly added: readonly (Happening & PayloadOf<'attachment.added'>)[];
  readonly withdrawn: readonly (Happening & PayloadOf<'attachment.withdrawn'>)[];
};

export type Attachment = AttachmentFacts['added'][number] & {
  readonly withdrawal: AttachmentFacts['withdrawn'][number] | null;
};

export type AttachmentEntry = KnownOf<keyof typeof attachmentEntries>;

export const noAttachments: AttachmentFacts = { added: [], withdrawn: [] };

export function isAttachmentEntry(known: KnownEntry): known is AttachmentEntry {
  return isOneOf(known, attachmentEntries);
}

/** One step of the fold. Of two entries about one file the first stands. */
export function reduceAttachments(facts: AttachmentFacts, known: AttachmentEntry): AttachmentFacts {
  const { id, at, actor } = known.entry;
  const happening = { entryId: id, at, actor };
  const isSame = (other: { readonly attachmentId: string }) =>
    other.attachmentId === known.payload.attachmentId;
  if (known.type === 'attachment.added')
    return facts.added.some(isSame)
      ? facts
      : { ...facts, added: [...facts.added, { ...happening, ...known.payload }] };
  return facts.withdrawn.some(isSame)
    ? facts
    : { ...facts, withdrawn: [...facts.withdrawn, { ...happening, ...known.payload }] };
}

/** The files in the order in which they were added, each with its withdrawal. */
export function attachmentsOf({ added, withdrawn }: AttachmentFacts): readonly Attachment[] {
  const withdrawals = new Map(withdrawn.map((withdrawal) => [withdrawal.attachmentId, withdrawal]));
  return added.map((file) => ({ ...file, withdrawal: withdrawals.get(file.attachmentId) ?? null }));
}
