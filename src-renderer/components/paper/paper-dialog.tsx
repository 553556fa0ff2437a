import { ActionIcon, Group, Modal, Text } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import type { DrawnPdf } from '../../../src-shared/contract/document.ts';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { ActionButton } from '../action-button.tsx';
import { fromBase64 } from '../attachments/base64.ts';
import { notifyDone } from '../notify.ts';
import { QueryView } from '../query-view.tsx';
import { saveFile } from '../save-file.ts';
import classes from './paper.module.css';
import { PdfView } from './pdf-view.tsx';
import { paperText } from './text.ts';

const zooms: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

type PaperDialogProps = {
  readonly title: string;
  readonly pdf: {
    readonly data: DrawnPdf | undefined;
    readonly error: ScreenFailure | null;
    readonly refetch: () => unknown;
  };
  readonly onClose: () => void;
  /** Null for what is not to leave the screen, such as a draft. */
  readonly print: { readonly run: () => void; readonly isRunning: boolean } | null;
};

/** A document on screen as it is on paper, to be printed or saved from there. */
export function PaperDialog({ title, pdf, onClose, print }: PaperDialogProps) {
  const text = useText(paperText);
  const common = useCommonText();
  const [zoom, setZoom] = useState(1);
  const at = zooms.indexOf(zoom);
  const [smaller, larger] = [zooms[at - 1], zooms[at + 1]];
  const { data } = pdf;
  useKeys(
    [
      {
        key: '-',
        label: text.smaller,
        run: () => setZoom(smaller ?? zoom),
        isEnabled: smaller !== undefined,
      },
      { key: '+', label: text.larger, run: () => setZoom(larger ?? zoom), isEnabled: larger !== undefined },
    ],
    'dialog',
  );

  function save({ base64, name }: DrawnPdf): void {
    saveFile(new Blob([fromBase64(base64)], { type: 'application/pdf' }), name);
    notifyDone(text.saved);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={900}
      yOffset="2dvh"
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={classes.dialog}>
        <div className={classes.bar}>
          <Group gap="xs">
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={text.smaller}
              aria-keyshortcuts="-"
              title={`${text.smaller} (-)`}
              disabled={smaller === undefined}
              onClick={() => setZoom(smaller ?? zoom)}
            >
              <IconZoomOut size={18} />
            </ActionIcon>
            <Text size="sm" miw="3rem" ta="center" role="status">
              {text.zoom(zoom * 100)}
            </Text>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={text.larger}
              aria-keyshortcuts="+"
              title={`${text.larger} (+)`}
              disabled={larger === undefined}
              onClick={() => setZoom(larger ?? zoom)}
            >
              <IconZoomIn size={18} />
            </ActionIcon>
            <Text size="sm" c="var(--bk-muted)">
              {text.asPaper}
            </Text>
          </Group>
          {print !== null && (
            <Group gap="sm">
              <ActionButton
                level="dialog"
                variant="default"
                label={text.save}
                keyName="F9"
                isEnabled={data !== undefined}
                run={() => data && save(data)}
              />
              <ActionButton
                level="dialog"
                label={text.print}
                keyName="F8"
                isEnabled={data !== undefined}
                loading={print.isRunning}
                run={print.run}
              />
            </Group>
          )}
        </div>
        <div className={classes.view}>
          <QueryView query={pdf} lines={14}>
            {({ base64 }) => <PdfView base64={base64} name={title} zoom={zoom} />}
          </QueryView>
        </div>
      </div>
    </Modal>
  );
}
