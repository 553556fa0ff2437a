import { useState } from 'react';
import type { AttachmentRow } from '../../../src-shared/contract/attachment.ts';
import { useText } from '../../i18n/use-text.ts';
import { AttachmentItem } from './attachment-item.tsx';
import classes from './attachments.module.css';
import { PictureViewer } from './picture-viewer.tsx';
import { attachmentsText } from './text.ts';

/** The latest first; what was withdrawn comes last. */
export function AttachmentList({ attachments }: { readonly attachments: readonly AttachmentRow[] }) {
  const text = useText(attachmentsText);
  const [shown, setShown] = useState<AttachmentRow | null>(null);
  const ordered = attachments.toSorted(
    (a, b) => Number(a.withdrawal !== null) - Number(b.withdrawal !== null),
  );
  return (
    <>
      <ul className={classes.list} aria-label={text.list}>
        {ordered.map((attachment) => (
          <AttachmentItem key={attachment.id} attachment={attachment} onShow={() => setShown(attachment)} />
        ))}
      </ul>
      {shown !== null && <PictureViewer attachment={shown} onClose={() => setShown(null)} />}
    </>
  );
}
