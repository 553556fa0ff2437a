import { Modal, Stack } from '@mantine/core';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { formatNumber } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { Note } from '../note.tsx';
import { QueryView } from '../query-view.tsx';
import { TextHead } from './text-head.tsx';
import { TextReading } from './text-reading.tsx';
import classes from './texts.module.css';
import { textWords } from './words.ts';

/** As a record points at it. */
export type GivenText = { readonly code: string; readonly version: number; readonly hash: string };

/** The very text that a record points at, or plainly that it is not here. */
export function TextDialog({ given, onClose }: { readonly given: GivenText; readonly onClose: () => void }) {
  const words = useText(textWords);
  // The screen behind hears no key, Escape above all.
  useKeys([], 'dialog');
  const answer = useQueryMethod('text.version', given);
  const text = answer.data?.found?.text;
  return (
    <Modal
      opened
      onClose={onClose}
      size={800}
      title={text === undefined ? words.version(given.version) : <TextHead text={text} />}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <QueryView query={answer} lines={10}>
        {({ found }) =>
          found === null ? (
            <Note tone="warning" title={words.missing}>
              {words.missingHint(given.version)}
              <Hash hash={given.hash} />
            </Note>
          ) : (
            <Stack gap="sm">
              <Proof found={found} hash={given.hash} />
              <TextReading text={found.text} />
            </Stack>
          )
        }
      </QueryView>
    </Modal>
  );
}

type ProofProps = {
  readonly found: NonNullable<OutputOf<'text.version'>['found']>;
  readonly hash: string;
};

/** Whether what is shown is to the byte what was given. */
function Proof({ found: { hashNow, bytes }, hash }: ProofProps) {
  const words = useText(textWords);
  const isSame = hashNow === hash;
  return (
    <Note tone={isSame ? 'success' : 'danger'} title={isSame ? words.same : words.other}>
      {isSame ? words.sameHint(formatNumber(bytes)) : words.otherHint}
      <Hash hash={hashNow} />
    </Note>
  );
}

function Hash({ hash }: { readonly hash: string }) {
  const words = useText(textWords);
  return (
    <div className={classes.hash}>
      {words.hash}: {hash}
    </div>
  );
}
