import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Hold } from '../../../src-shared/contract/retention.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { Note } from '../../components/note.tsx';
import { ReasonForm } from '../../components/reason-form.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { keepingText } from './keeping-text.ts';

/** A hold says who placed it and why, and is lifted where it stands. */
export function HeldNote({ hold }: { readonly hold: Hold }) {
  const text = useText(keepingText);
  const lift = useCommand('hold.lift');
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Note
        tone="accent"
        title={hold.subject.kind === 'application' ? text.held : text.heldConsumer}
        action={
          !isAsked && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.liftHold}
              onClick={() => setAsked(true)}
            >
              {text.lift}
            </Button>
          )
        }
      >
        <Text size="sm">{[hold.reason, hold.reference].filter(Boolean).join(' · ')}</Text>
        <Text size="xs">{text.by(hold.placed.name, formatDate(hold.placed.at))}</Text>
      </Note>
      {isAsked && (
        <ReasonForm
          label={text.liftReason}
          action={text.lift}
          isRunning={lift.isRunning}
          failure={lift.failure}
          onGive={(reason) => void lift.run({ ...hold.subject, reason })}
          onCancel={() => setAsked(false)}
        />
      )}
    </>
  );
}
