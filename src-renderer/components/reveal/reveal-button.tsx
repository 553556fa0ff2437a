import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import {
  type RevealField,
  type RevealReason,
  revealReasons,
} from '../../../src-shared/rules/field-access.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './reveal.module.css';
import { revealText } from './reveal-text.ts';
import { type RevealSubject, useMaskedAgain, useReveal } from './use-reveal.ts';

type RevealButtonProps = {
  readonly subject: RevealSubject;
  /** What there is to be shown. */
  readonly fields: readonly RevealField[];
  readonly revealed: { readonly fields: readonly RevealField[]; readonly until: string } | null;
};

/** Shows the numbers of somebody for a while: one press for each usual reason, or its digit. */
export function RevealButton({ subject, fields, revealed }: RevealButtonProps) {
  const text = useText(revealText);
  const { hide } = useReveal(subject);
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const headingId = useId();
  useMaskedAgain(subject, { revealed });
  if (fields.length === 0) return null;
  if (fields.every((field) => revealed?.fields.includes(field)))
    return (
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconEyeOff size={13} aria-hidden />}
        className={classes.button}
        onClick={() => void hide()}
      >
        {text.hide}
      </Button>
    );
  return (
    <Popover
      opened={isOpen}
      onChange={close}
      position="bottom-start"
      width={270}
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconEye size={13} aria-hidden />}
          className={classes.button}
          onClick={toggle}
        >
          {text.show}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={headingId}>
        <Reasons subject={subject} fields={fields} headingId={headingId} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

type ReasonsProps = Omit<RevealButtonProps, 'revealed'> & {
  readonly headingId: string;
  readonly onDone: () => void;
};

function Reasons({ subject, fields, headingId, onDone }: ReasonsProps) {
  const text = useText(revealText);
  const { show, isRunning } = useReveal(subject);
  const [words, setWords] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);

  async function choose(reason: RevealReason): Promise<void> {
    if (reason === 'other' && words === null) return setWords('');
    if (reason === 'other' && words?.trim() === '') return setMissing(true);
    if (await show(fields, reason, reason === 'other' ? (words ?? '') : '')) onDone();
  }
  function onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey } = event;
    const reason = ctrlKey || altKey || metaKey ? undefined : revealReasons[Number(key) - 1];
    if (reason === undefined || words !== null) return;
    // The digit chooses, and is not the first letter of the words that it asks for.
    event.preventDefault();
    void choose(reason);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the digits are a second way to the buttons in it.
    <div onKeyDown={onKeyDown}>
      <Stack gap={6}>
        <Text id={headingId} size="sm" fw={650}>
          {text.dialog}
        </Text>
        {revealReasons.map((reason, index) => (
          <Button
            key={reason}
            size="xs"
            variant={reason === 'other' && words !== null ? 'light' : 'default'}
            justify="flex-start"
            aria-keyshortcuts={String(index + 1)}
            leftSection={
              <span className={classes.digit} aria-hidden>
                {index + 1}
              </span>
            }
            loading={isRunning}
            data-autofocus={index === 0 || undefined}
            onClick={() => void choose(reason)}
          >
            {text.reasons[reason]}
          </Button>
        ))}
        {words !== null && (
          <Group gap={6} wrap="nowrap" align="flex-start">
            <TextInput
              size="xs"
              aria-label={text.words}
              placeholder={text.words}
              value={words}
              maxLength={300}
              autoFocus
              onChange={(event) => {
                setWords(event.currentTarget.value);
                setMissing(false);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') void choose('other');
              }}
              error={isMissing ? text.wordsMissing : undefined}
              className={classes.words}
            />
            <Button size="xs" loading={isRunning} onClick={() => void choose('other')}>
              {text.show}
            </Button>
          </Group>
        )}
        <Text size="xs" c="var(--bk-muted)">
          {text.onRecord}
        </Text>
      </Stack>
    </div>
  );
}
