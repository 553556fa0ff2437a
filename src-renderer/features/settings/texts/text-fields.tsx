import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/use-text.ts';
import type { TextDraft } from '../../../lib/settings-drafts.ts';
import classes from './texts.module.css';
import { textsWords } from './words.ts';

const below = ['label', 'input', 'description', 'error'] as const;

type TextFieldsProps = {
  readonly draft: TextDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (draft: TextDraft) => void;
};

type WordField =
  | 'title'
  | 'purposeCode'
  | 'purpose'
  | 'dataCategories'
  | 'legalGrounds'
  | 'validFrom'
  | 'validTo'
  | 'body';

/** What a version says, and from when to when. */
export function TextFields({ draft, errors, onChange }: TextFieldsProps) {
  const words = useText(textsWords);
  const isConsent = draft.kind === 'consent';
  const field = (name: WordField) => ({
    label: words[name],
    value: draft[name],
    error: errors[name],
    inputWrapperOrder: [...below],
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...draft, [name]: currentTarget.value }),
  });
  const written = { lang: draft.language, dir: 'auto' } as const;
  return (
    <section className={classes.fields} aria-label={words.fields(draft.title || draft.code)}>
      <TextInput {...field('title')} {...written} className={classes.whole} required maxLength={200} />
      <TextInput
        {...field('validFrom')}
        description={words.dayHint}
        required
        maxLength={12}
        autoComplete="off"
      />
      <TextInput {...field('validTo')} description={words.endless} maxLength={12} autoComplete="off" />
      <TextInput
        {...field('purpose')}
        {...written}
        className={classes.whole}
        description={isConsent ? words.purposeHint : undefined}
        required={isConsent}
        maxLength={500}
      />
      <TextInput
        {...field('purposeCode')}
        className={classes.whole}
        required={isConsent}
        spellCheck={false}
        maxLength={40}
      />
      <Textarea
        {...field('dataCategories')}
        {...written}
        description={words.lineHint}
        required={isConsent}
        autosize
        minRows={2}
        maxRows={6}
      />
      <Textarea
        {...field('legalGrounds')}
        {...written}
        description={words.lineHint}
        required
        autosize
        minRows={2}
        maxRows={6}
      />
      <Textarea
        {...field('body')}
        {...written}
        className={classes.whole}
        description={words.bodyHint}
        required
        autosize
        minRows={12}
        maxRows={28}
      />
      <Checkbox
        className={classes.whole}
        label={words.isDraft}
        checked={draft.draft}
        onChange={({ currentTarget }) => onChange({ ...draft, draft: currentTarget.checked })}
      />
    </section>
  );
}
