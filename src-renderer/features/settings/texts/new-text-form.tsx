import { Button, Group, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TextRow } from '../../../../src-shared/contract/text.ts';
import { type TextKind, textKinds } from '../../../../src-shared/rules/texts.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { languageName } from '../../../components/texts/language-name.ts';
import { textWords } from '../../../components/texts/words.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useLanguage } from '../../../lib/preferences.ts';
import { blankDraft, type TextId } from './text-draft.ts';
import classes from './texts.module.css';
import { putTextDraft } from './use-text-draft.ts';
import { textsWords } from './words.ts';

/** Those that visitors of a branch here speak most; a published text may have any other. */
const languages = ['tr', 'en', 'ar', 'de', 'fr', 'fa', 'ru', 'uk'];

type NewTextFormProps = {
  readonly texts: readonly TextRow[];
  readonly onStart: (id: TextId) => void;
  readonly onBack: () => void;
};

/** What a text is known by, and what never changes afterwards: its code, its kind, its language. */
export function NewTextForm({ texts, onStart, onBack }: NewTextFormProps) {
  const words = useText(textsWords);
  const common = useText(textWords);
  const { language: shownIn } = useLanguage();
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<TextKind>('consent');
  const [language, setLanguage] = useState('tr');
  const [error, setError] = useState<string | null>(null);

  function faultOf(): string | null {
    const same = texts.filter((text) => text.code === code);
    if (!/^[a-z][a-z0-9_]{2,59}$/.test(code)) return words.codeWrong;
    if (same.some((text) => text.language === language)) return words.codeTaken;
    return same.some((text) => text.kind !== kind) ? words.kindTaken : null;
  }

  function start(event: FormEvent): void {
    event.preventDefault();
    const wrong = faultOf();
    setError(wrong);
    if (wrong !== null) return;
    const id = { code, language };
    putTextDraft(blankDraft({ ...id, kind }));
    onStart(id);
  }

  return (
    <form className={classes.newText} aria-label={words.startForm} noValidate onSubmit={start}>
      <TextInput
        className={classes.whole}
        label={words.code}
        description={words.codeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        autoFocus
        spellCheck={false}
        maxLength={60}
        value={code}
        onChange={({ currentTarget }) => {
          setCode(currentTarget.value.trim());
          setError(null);
        }}
        error={error}
      />
      <Select
        label={words.kind}
        data={textKinds.map((value) => ({ value, label: common.kinds[value] }))}
        value={kind}
        onChange={(value) => setKind(textKinds.find((known) => known === value) ?? kind)}
        allowDeselect={false}
      />
      <Select
        label={words.language}
        data={languages.map((value) => ({ value, label: languageName(value, shownIn) }))}
        value={language}
        onChange={(value) => setLanguage(value ?? language)}
        allowDeselect={false}
      />
      <Group className={classes.whole} justify="flex-end" gap="sm">
        <ActionButton label={words.back} keyName="alt+G" run={onBack} variant="default" />
        <Button type="submit">{words.start}</Button>
      </Group>
    </form>
  );
}
