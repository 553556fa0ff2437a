import { Anchor, Group, Text } from '@mantine/core';
import { IconDeviceFloppy, IconLock, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { AttachmentRow } from '../../../src-shared/contract/attachment.ts';
import { formatFileSize } from '../../../src-shared/text/file-size.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge } from '../status-badge.tsx';
import classes from './attachments.module.css';
import { IconButton } from './icon-button.tsx';
import { PlaceBadge } from './place-badge.tsx';
import { attachmentsText } from './text.ts';
import { isPicture, Thumbnail } from './thumbnail.tsx';
import { useSave } from './use-save.ts';
import { Withdraw } from './withdraw.tsx';

type AttachmentItemProps = { readonly attachment: AttachmentRow; readonly onShow: () => void };

export function AttachmentItem({ attachment, onShow }: AttachmentItemProps) {
  const text = useText(attachmentsText);
  const { save, isSaving } = useSave(attachment);
  const [isRemoving, setRemoving] = useState(false);
  const { name, canOpen, canWithdraw, withdrawal } = attachment;
  const shownName = name === '' ? text.hiddenName : name;
  return (
    <li className={classes.item} data-withdrawn={withdrawal !== null}>
      <Thumbnail attachment={attachment} />
      <div className={classes.words}>
        <Group gap={6}>
          {canOpen ? (
            <Anchor
              component="button"
              type="button"
              className={classes.name}
              fw={600}
              fz="sm"
              aria-label={isPicture(attachment) ? text.open(name) : text.save(name)}
              onClick={isPicture(attachment) ? onShow : save}
            >
              {name}
            </Anchor>
          ) : (
            <Text
              className={classes.name}
              size="sm"
              fw={600}
              title={name === '' ? text.hiddenHint : undefined}
              {...(withdrawal === null ? {} : { td: 'line-through', c: 'var(--bk-muted)' })}
            >
              {shownName}
            </Text>
          )}
          {attachment.isSpecialCategory && (
            <StatusBadge tone="warning" icon={<IconLock />} label={text.special} />
          )}
          {withdrawal === null && <PlaceBadge attachment={attachment} />}
        </Group>
        {attachment.description !== '' && <Text size="sm">{attachment.description}</Text>}
        <Text size="xs" c="var(--bk-muted)">
          {formatFileSize(attachment.size)} ·{' '}
          <time dateTime={attachment.addedAt}>{formatDateTime(attachment.addedAt)}</time>
          {' · '}
          {attachment.addedBy}
        </Text>
        {withdrawal !== null && (
          <Text size="xs" c="var(--bk-muted)">
            {[text.withdrawn, formatDateTime(withdrawal.at), withdrawal.by, withdrawal.reason]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
      </div>
      <Group gap={2} wrap="nowrap" className={classes.buttons}>
        {canOpen && (
          <IconButton label={text.save(name)} onClick={save} isBusy={isSaving}>
            <IconDeviceFloppy size={18} />
          </IconButton>
        )}
        {canWithdraw && (
          <IconButton label={text.remove(shownName)} onClick={() => setRemoving(!isRemoving)}>
            <IconTrash size={18} />
          </IconButton>
        )}
      </Group>
      {isRemoving && canWithdraw && (
        <Withdraw attachmentId={attachment.id} onEnd={() => setRemoving(false)} />
      )}
    </li>
  );
}
