import type { TimelineItem } from '../../../../src-shared/contract/application-file.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { type AttachmentEntry, attachmentsOf } from '../../../../src-shared/ledger/reduce-attachments.ts';
import type { Sights } from '../person/viewer.ts';

type Line = Pick<TimelineItem, 'kind' | 'title' | 'text'>;

/**
 * What the file's story says of a document. The name of one with special-category data stands in its own list alone,
 * for those who may read it; nor is anything named that may tell who informed.
 */
export function attachmentLine(
  known: AttachmentEntry,
  { attachments }: ApplicationState,
  sights: Sights,
): Line {
  const { attachmentId } = known.payload;
  const file = attachmentsOf(attachments).find((one) => one.attachmentId === attachmentId);
  const isUnnamed = sights('attachment_name') !== 'whole';
  const isHidden = isUnnamed || file === undefined || file.isSpecialCategory;
  const name = isHidden ? '' : `: ${file.name}`;
  const special = file?.isSpecialCategory === true && !isUnnamed ? ' (özel nitelikli veri)' : '';
  return known.type === 'attachment.added'
    ? { kind: 'attachment', title: `Dosya eklendi${name}${special}`, text: isHidden ? '' : file.description }
    : {
        kind: 'attachment',
        title: `Dosya kaldırıldı${name}${special}`,
        text: isHidden ? '' : known.payload.reason,
      };
}
