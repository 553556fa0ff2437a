import { Modal } from '@mantine/core';
import type { AttachmentRow } from '../../../src-shared/contract/attachment.ts';
import { failureIn } from '../../i18n/in-language.ts';
import { useCommonText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { StateError } from '../state-error.tsx';
import { StateLoading } from '../state-loading.tsx';
import classes from './attachments.module.css';
import { useContent } from './use-content.ts';

type PictureViewerProps = { readonly attachment: AttachmentRow; readonly onClose: () => void };

export function PictureViewer({ attachment, onClose }: PictureViewerProps) {
  const common = useCommonText();
  const { language } = useLanguage();
  // Silences the keys of the screen below; Escape is the dialog's own.
  useKeys([], 'dialog');
  const { url, failure, retry } = useContent(attachment.id);
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      centered
      title={attachment.name}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={classes.viewer}>
        {failure !== null ? (
          <StateError failure={failureIn(language, failure)} onRetry={retry} />
        ) : url === undefined ? (
          <StateLoading lines={8} />
        ) : (
          <img src={url} alt={attachment.name} />
        )}
      </div>
    </Modal>
  );
}
