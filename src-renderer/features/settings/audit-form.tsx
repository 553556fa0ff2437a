import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { formatDate, localDay } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { parseTypedDay } from '../../lib/turkish-moment.ts';
import { auditText } from './audit-text.ts';
import classes from './settings.module.css';

export type AuditQuestion = Omit<InputOf<'audit.search'>, 'offset'>;

type AuditFormProps = {
  readonly asked: AuditQuestion;
  readonly people: OutputOf<'audit.search'>['people'];
  /** What the core refused, by field. */
  readonly refused: Readonly<Record<string, string>>;
  readonly onAsk: (question: AuditQuestion) => void;
};

/** Which days, whose looks and at whom; asked by Enter. */
export function AuditForm({ asked, people, refused, onAsk }: AuditFormProps) {
  const text = useText(auditText);
  const [from, setFrom] = useState(formatDate(asked.from));
  const [to, setTo] = useState(formatDate(asked.to));
  const [userId, setUserId] = useState(asked.userId);
  const [about, setAbout] = useState(asked.text);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});

  function ask(event: FormEvent): void {
    event.preventDefault();
    const today = localDay(new Date().toISOString());
    const days = { from: parseTypedDay(from, today), to: parseTypedDay(to, today) };
    setWrong({
      ...(days.from === undefined ? { from: text.dayWrong } : {}),
      ...(days.to === undefined ? { to: text.dayWrong } : {}),
    });
    if (days.from === undefined || days.to === undefined) return;
    setFrom(formatDate(days.from));
    setTo(formatDate(days.to));
    onAsk({ from: days.from, to: days.to, userId, text: about });
  }

  const messages = { ...refused, ...wrong };
  return (
    <form className={classes.auditForm} aria-label={text.form} noValidate onSubmit={ask}>
      <TextInput
        size="xs"
        label={text.from}
        placeholder={text.dayHint}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={messages.from}
      />
      <TextInput
        size="xs"
        label={text.to}
        placeholder={text.dayHint}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={messages.to}
      />
      <Select
        size="xs"
        label={text.who}
        data={[
          { value: '', label: text.everybody },
          ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
        value={userId ?? ''}
        onChange={(value) => setUserId(value === '' ? null : value)}
        allowDeselect={false}
      />
      <TextInput
        size="xs"
        label={text.about}
        placeholder={text.aboutHint}
        maxLength={100}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
        error={messages.text}
      />
      <Button size="xs" type="submit" leftSection={<IconSearch size={15} aria-hidden />}>
        {text.search}
      </Button>
    </form>
  );
}
