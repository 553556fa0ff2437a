import { TextInput, VisuallyHidden } from '@mantine/core';
import {
  IconMessage,
  IconPhoneCheck,
  IconPhoneOff,
  IconPhonePause,
  type IconProps,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import { type TransferOutcome, transferOutcomes } from '../../../src-shared/ledger/switchboard-entries.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { notifyDone, notifyFailure, showUndo } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import classes from './switchboard.module.css';
import { switchboardText } from './text.ts';

const icons: Readonly<Record<TransferOutcome, ComponentType<IconProps>>> = {
  transferred: IconPhoneCheck,
  no_answer: IconPhoneOff,
  busy: IconPhonePause,
  took_message: IconMessage,
};

type OutcomeKeysProps = { readonly contact: Contact; readonly onLogged: () => void };

/** SW-6: one key writes what became of the call, and the panel is ready for the next caller. */
export function OutcomeKeys({ contact, onLogged }: OutcomeKeysProps) {
  const text = useText(switchboardText);
  const log = useCommand('switchboard.logTransfer');
  const withdraw = useCommand('switchboard.withdrawTransfer');
  const [note, setNote] = useState('');
  const [applicationNo, setApplicationNo] = useState('');
  const [errors, setErrors] = useState<{ readonly note?: string; readonly applicationNo?: string }>({});

  async function undo(transferId: string): Promise<void> {
    const result = await withdraw.run({ transferId });
    if (result.ok) notifyDone(text.withdrawn);
    else notifyFailure(result.error);
  }

  async function write(outcome: TransferOutcome): Promise<void> {
    const result = await log.run({ contactId: contact.id, outcome, applicationNo, note });
    if (!result.ok) {
      showFieldErrors({ setErrors }, result.error);
      if (result.error.code === 'invalid_input') focusFirstError();
      else notifyFailure(result.error);
      return;
    }
    const { transferId } = result.value;
    showUndo({
      message: text.logged(contact.name, text.outcome[outcome]),
      onUndo: () => void undo(transferId),
    });
    onLogged();
  }

  return (
    <fieldset className={classes.outcomes}>
      <VisuallyHidden component="legend">{text.outcomeTitle}</VisuallyHidden>
      <div className={classes.outcomeKeys}>
        {transferOutcomes.map((outcome, index) => {
          const Icon = icons[outcome];
          return (
            <ActionButton
              key={outcome}
              label={text.outcome[outcome]}
              keyName={`F${index + 1}`}
              variant="default"
              classNames={{ label: classes.outcomeLabel ?? '' }}
              leftSection={<Icon size={17} stroke={1.7} />}
              run={() => void write(outcome)}
            />
          );
        })}
      </div>
      <div className={classes.outcomeFields}>
        <TextInput
          label={text.note}
          placeholder={text.noteHint}
          maxLength={200}
          size="xs"
          autoComplete="off"
          value={note}
          error={errors.note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextInput
          label={text.applicationNo}
          size="xs"
          autoComplete="off"
          value={applicationNo}
          error={errors.applicationNo}
          onChange={(event) => setApplicationNo(event.currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}
