import { Button, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileText } from '@tabler/icons-react';
import { noticeMethods } from '../../../src-shared/ledger/application-entries.ts';
import type { PublishedText } from '../../../src-shared/rules/texts.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { TextHead } from '../../components/texts/text-head.tsx';
import { TextReading } from '../../components/texts/text-reading.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { RadioField } from './fields.tsx';
import classes from './form.module.css';
import { solutionPointText } from './text.ts';
import { useSheet } from './use-sheet.ts';

/** The notice is an act of its own: shown, then marked as given, never a tick beside something else. */
export function NoticeField({ notice }: { readonly notice: PublishedText }) {
  const text = useText(solutionPointText);
  const labels = useLabels();
  const isAnonymous = useSheet((sheet) => sheet.draft.kind === 'anonymous');
  const [isOpen, { open, close }] = useDisclosure(false);
  useKeys([{ key: 'F8', label: text.notice.show, run: open, isEnabled: !isAnonymous }]);
  if (isAnonymous) return <Text className={classes.hint}>{text.notice.anonymous}</Text>;
  return (
    <div className={classes.given}>
      <RadioField
        field="noticeMethod"
        label={text.notice.how}
        values={noticeMethods}
        labels={labels.noticeMethod}
      />
      <Button
        className={classes.beside}
        size="compact-xs"
        variant="default"
        onClick={open}
        leftSection={<IconFileText size={14} aria-hidden />}
        rightSection={<KeyHint keyName="F8" />}
      >
        {text.notice.show}
      </Button>
      {isOpen && <NoticeText notice={notice} onClose={close} />}
    </div>
  );
}

function NoticeText({ notice, onClose }: { readonly notice: PublishedText; readonly onClose: () => void }) {
  const text = useText(solutionPointText);
  // The screen's own keys stay silent while the text is shown; Esc is the dialog's.
  useKeys([{ key: 'F8', label: text.notice.close, run: onClose }], 'dialog');
  return (
    <Modal
      opened
      onClose={onClose}
      size={800}
      title={<TextHead text={notice} />}
      closeButtonProps={{ 'aria-label': text.notice.close }}
    >
      <TextReading text={notice} />
    </Modal>
  );
}
