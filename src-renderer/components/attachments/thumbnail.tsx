import { IconFileTypePdf, IconFileUnknown, IconLock, IconPhoto } from '@tabler/icons-react';
import type { AttachmentRow } from '../../../src-shared/contract/attachment.ts';
import classes from './attachments.module.css';
import { useContent } from './use-content.ts';

/** What a browser can draw; TIFF and HEIC it can't. */
export function isPicture({ kind }: AttachmentRow): boolean {
  return kind === 'jpeg' || kind === 'png';
}

/** Above this a glance is not worth reading the whole file. */
const largest = 4 * 1024 * 1024;

/**
 * A small picture of what is here and harmless. Special-category data is not shown unasked: somebody may sit opposite,
 * and every picture that is shown is a look on record.
 */
export function Thumbnail({ attachment }: { readonly attachment: AttachmentRow }) {
  const { canOpen, isSpecialCategory, place, size } = attachment;
  const isHere = place === 'waiting' || place === 'sending' || place === 'at_crm';
  const isShown = canOpen && !isSpecialCategory && isPicture(attachment) && isHere && size <= largest;
  return (
    <span className={classes.thumbnail} aria-hidden>
      {isShown ? <SmallPicture attachment={attachment} /> : <KindIcon attachment={attachment} />}
    </span>
  );
}

function SmallPicture({ attachment }: { readonly attachment: AttachmentRow }) {
  const { url } = useContent(attachment.id);
  return url === undefined ? <KindIcon attachment={attachment} /> : <img src={url} alt="" />;
}

function KindIcon({ attachment: { kind, isSpecialCategory } }: { readonly attachment: AttachmentRow }) {
  if (isSpecialCategory) return <IconLock />;
  if (kind === 'pdf') return <IconFileTypePdf />;
  return kind === null ? <IconFileUnknown /> : <IconPhoto />;
}
