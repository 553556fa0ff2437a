import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconDeviceMobileMessage, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { formatPhone, parsePhone } from '../../../src-shared/text/phone.ts';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import classes from './form.module.css';
import { spanOf } from './span-of.ts';
import { solutionPointText } from './text.ts';
import { useCardField } from './use-card-field.ts';
import { useChangeDraft, useSheet } from './use-sheet.ts';

/** The number that SMS go to, and whether the consumer has read out a code that was sent to it. */
export function PhoneField() {
  const text = useText(solutionPointText);
  const { value, set, isOfCard, message, path } = useCardField('phone');
  const consumerId = useSheet((sheet) => sheet.draft.consumerId);
  const [checkId, setCheckId] = useState<string | null>(null);
  const verified = useSheet((sheet) => sheet.draft.verifiedPhone);
  const sendCode = useCommand('phone.sendCode');
  const number = isOfCard ? value : parsePhone(value)?.e164;
  const isMobile = isOfCard ? value.startsWith('05') : parsePhone(value)?.canReceiveSms === true;
  const isVerified = isMobile && number === verified;

  async function send(): Promise<void> {
    const result = await sendCode.run(
      isOfCard && consumerId !== null ? { ofConsumer: consumerId } : { phone: value },
    );
    if (!result.ok) return notifyFailure(result.error);
    setCheckId(result.value.checkId);
  }

  return (
    <Popover
      opened={checkId !== null && !isVerified}
      onChange={(isOpen) => !isOpen && setCheckId(null)}
      position="bottom-start"
      trapFocus
      // A text box has no popup of its own for a screen reader; the dialog that takes the focus has.
      withRoles={false}
      withinPortal
    >
      <Popover.Target>
        <TextInput
          className={classes.cell}
          style={spanOf(3)}
          data-path={path}
          size="xs"
          label={text.form.phone}
          inputMode="tel"
          maxLength={20}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
          onFocus={(event) => isOfCard && event.currentTarget.select()}
          error={message}
          autoComplete="off"
          rightSection={
            isVerified ? (
              <IconRosetteDiscountCheck
                size={18}
                role="img"
                aria-label={text.phone.verified}
                color="var(--bk-success)"
              />
            ) : isMobile ? (
              <ActionIcon
                size={24}
                variant="subtle"
                tabIndex={-1}
                aria-label={text.phone.send}
                title={text.phone.send}
                loading={sendCode.isRunning}
                onClick={() => void send()}
              >
                <IconDeviceMobileMessage size={17} />
              </ActionIcon>
            ) : null
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        {checkId !== null && (
          <CodeForm key={checkId} checkId={checkId} phone={number ?? ''} onAgain={() => void send()} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type CodeFormProps = { readonly checkId: string; readonly phone: string; readonly onAgain: () => void };

function CodeForm({ checkId, phone, onAgain }: CodeFormProps) {
  const text = useText(solutionPointText);
  const change = useChangeDraft();
  const verify = useCommand('phone.verifyCode');
  const [code, setCode] = useState('');
  const failure = verify.failure;
  const said = failure === null ? undefined : (fieldErrors(failure).code ?? failure.message);

  async function send(): Promise<void> {
    const result = await verify.run({ checkId, code });
    if (!result.ok) return;
    change((draft) => ({ ...draft, phoneCheckId: checkId, verifiedPhone: phone }));
    notifyDone(text.phone.done);
  }
  /** The form around it goes on to the next field with Enter; here it sends. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    void send();
  }

  return (
    <Stack gap="xs" onKeyDown={onKeyDown}>
      <Text size="sm">{text.phone.sent(formatPhone(phone))}</Text>
      <TextInput
        label={text.phone.code}
        inputMode="numeric"
        maxLength={8}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={said}
        autoComplete="off"
        data-autofocus
      />
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          {text.phone.again}
        </Button>
        <Button size="compact-sm" loading={verify.isRunning} onClick={() => void send()}>
          {text.phone.verify}
        </Button>
      </Group>
    </Stack>
  );
}
