import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { VersionOfText } from '../../../../src-shared/contract/text.ts';
import { formatDate, localDay } from '../../../../src-shared/text/format.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { ConfirmBar } from '../../../components/confirm-bar.tsx';
import { FormFailure } from '../../../components/form-failure.tsx';
import { Note } from '../../../components/note.tsx';
import { notifyDone } from '../../../components/notify.ts';
import { TextReading } from '../../../components/texts/text-reading.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { fieldErrors, focusFirstError } from '../../../lib/form-errors.ts';
import type { TextDraft } from '../../../lib/settings-drafts.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { BottomBar } from '../bottom-bar.tsx';
import { atTextFields, contentOf, daysOf, mended } from './text-draft.ts';
import { TextFields } from './text-fields.tsx';
import { TextNotes } from './text-notes.tsx';
import classes from './texts.module.css';
import { dropTextDraft, putTextDraft, useDiscardText } from './use-text-draft.ts';
import { textsWords } from './words.ts';

type TextEditorProps = {
  /** What an untouched form holds. */
  readonly start: TextDraft;
  readonly draft: TextDraft | null;
  readonly versions: readonly VersionOfText[];
  readonly onCompare: () => void;
  /** Until the versions here hold the new one. */
  readonly onPublished: () => Promise<void>;
};

/** A version while it is written; publishing it is for good, so it is asked once. */
export function TextEditor({ start, draft, versions, onCompare, onPublished }: TextEditorProps) {
  const words = useText(textsWords);
  const discard = useDiscardText();
  const publish = useCommand('text.publish');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusals, setRefusals] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const shown = draft ?? start;
  const latest = versions[0]?.text.version ?? 0;
  const today = localDay(new Date().toISOString());
  const days = daysOf(shown, today);

  // After what was refused is drawn.
  useEffect(() => {
    if (refusals > 0) focusFirstError();
  }, [refusals]);

  function refuse(wrong: Readonly<Record<string, string>>): void {
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) setRefusals((count) => count + 1);
  }

  function change(next: TextDraft): void {
    setErrors(mended(errors, shown, next));
    putTextDraft(next);
    setAsking(false);
    publish.reset();
  }

  function ask(): void {
    const wrong = {
      ...(days.validFrom === undefined ? { validFrom: words.dayWrong } : {}),
      ...(days.validTo === undefined ? { validTo: words.dayWrong } : {}),
    };
    refuse(wrong);
    setAsking(Object.keys(wrong).length === 0);
  }

  async function send(): Promise<void> {
    const { validFrom, validTo } = days;
    if (validFrom === undefined || validTo === undefined) return;
    const result = await publish.run({
      text: { ...contentOf(shown), validFrom, validTo },
      after: shown.after,
    });
    setAsking(false);
    if (!result.ok) return refuse(atTextFields(fieldErrors(result.error)));
    notifyDone(words.published(result.value.version));
    await onPublished();
    dropTextDraft(shown.id);
  }

  const isRefusedAtFields = Object.keys(errors).length > 0;
  // What a text is known by has no field here.
  const ofWhole = errors.kind ?? errors.code ?? errors.language;
  return (
    <Stack gap="md">
      {draft !== null && latest > draft.after && (
        <Note
          tone="warning"
          title={words.newer(latest)}
          action={
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={onCompare}>
                {words.views.compare}
              </Button>
              <Button size="xs" variant="default" onClick={() => change({ ...draft, after: latest })}>
                {words.goOn}
              </Button>
            </Group>
          }
        >
          {words.newerHint}
        </Note>
      )}
      <div className={classes.editor}>
        <TextFields draft={shown} errors={errors} onChange={change} />
        <div className={classes.beside}>
          <TextNotes draft={shown} validFrom={days.validFrom} versions={versions} today={today} />
          <section className={classes.preview} aria-label={words.preview}>
            <span className={classes.previewHead}>{words.preview}</span>
            <Text fw={650} lang={shown.language} dir="auto">
              {shown.title}
            </Text>
            <TextReading text={contentOf(shown)} />
          </section>
        </div>
      </div>
      {ofWhole !== undefined && <Note tone="danger">{ofWhole}</Note>}
      {!isRefusedAtFields && <FormFailure failure={publish.failure} />}
      <BottomBar>
        {isAsking && days.validFrom !== undefined ? (
          <ConfirmBar
            question={words.confirm(shown.after + 1, formatDate(days.validFrom))}
            confirmLabel={words.publish}
            isRunning={publish.isRunning}
            onConfirm={() => void send()}
            onCancel={() => setAsking(false)}
          />
        ) : (
          <>
            <Text size="sm" role="status" c={draft === null ? 'var(--bk-muted)' : 'var(--bk-warning)'}>
              {draft === null ? words.untouched : words.unsaved}
            </Text>
            <Group gap="sm" wrap="nowrap">
              <ActionButton
                label={words.discard}
                keyName="alt+V"
                run={() => draft !== null && discard(draft)}
                isEnabled={draft !== null}
                variant="default"
              />
              <ActionButton label={words.publish} keyName="F9" run={ask} isEnabled={draft !== null} />
            </Group>
          </>
        )}
      </BottomBar>
    </Stack>
  );
}
