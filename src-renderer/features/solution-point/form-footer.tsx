import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useContext, useState } from 'react';
import { useStore } from 'zustand';
import type { FieldError } from '../../../src-shared/contract/errors.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import type { PublishedText } from '../../../src-shared/rules/texts.ts';
import { localDay } from '../../../src-shared/text/format.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { isFor, settled, uploads } from '../../components/attachments/uploads-store.ts';
import { notifyFailure, showUndo } from '../../components/notify.ts';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useClient } from '../../lib/client-context.ts';
import { focusFirstWrong } from '../../lib/focus-first-wrong.ts';
import { useKeys } from '../../lib/keys.ts';
import { focusNextNeeded } from '../../lib/needed-fields.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { useCommand } from '../../lib/use-method.ts';
import { atFormFields, checkDraft } from './check-draft.ts';
import { isTouched } from './draft.ts';
import { emptySheet } from './draft-store.ts';
import classes from './form.module.css';
import { solutionPointText } from './text.ts';
import { targetOf } from './use-form-files.ts';
import { draftStore, SheetKey, useSheet } from './use-sheet.ts';

type FormFooterProps = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly topic: Topic | null;
  readonly notice: PublishedText;
};

/** Saves the form, and says what is wrong with it: at the fields, and here as a whole. */
export function FormFooter({ form, topic, notice }: FormFooterProps) {
  const text = useText(solutionPointText);
  const { language } = useLanguage();
  const key = useContext(SheetKey);
  const client = useClient();
  const queries = useQueryClient();
  const register = useCommand(
    'application.register',
    useCallback(() => draftStore.intend(key), [key]),
  );
  const isUnanswered = useSheet((sheet) => sheet.intent !== null) && !register.isRunning;
  const [isRefused, setRefused] = useState(false);
  const wrongCount = useStore(draftStore, ({ messages }) => Object.keys(messages[key] ?? {}).length);
  const isEmpty = useSheet((sheet) => !isTouched(sheet.draft));

  function refuse(fields: readonly FieldError[]): void {
    draftStore.refuse(key, fields);
    setRefused(true);
    focusFirstWrong(form.current);
  }

  async function save(): Promise<void> {
    const { draft, ticket, intent } = draftStore.getState().sheets[key] ?? emptySheet;
    const today = localDay(new Date().toISOString());
    const checked = checkDraft(draft, {
      ticketId: ticket?.id ?? null,
      topic,
      notice,
      today,
      sentences: text.sentences,
      language,
    });
    if (!checked.ok) return refuse(checked.fields);
    if (!(await areFilesHere(draft.files.key)))
      return refuse([{ path: 'files', message: text.form.filesLeft }]);
    if (intent?.isChanged === true && (await isSettledBefore(intent.commandId))) return;
    const result = await register.run(checked.input);
    if (result.ok) {
      draftStore.finish(key, result.value);
      return;
    }
    if (result.error.code === 'host_unreachable') return;
    draftStore.answered(key);
    const { fields } = result.error;
    if (fields === undefined) return;
    refuse(atFormFields(fields));
    // Another text is in force since midnight, which nothing announces: it has to be here to be shown.
    if (fields.some(({ path }) => path === 'notice'))
      await queries.invalidateQueries({ queryKey: ['catalogue.get'] });
  }

  /** Waits for what is on its way. One that could not be brought is tried again or dropped by the clerk. */
  async function areFilesHere(draftKey: string): Promise<boolean> {
    await settled();
    return draftKey === '' || !uploads.getState().given.some(isFor(targetOf(draftKey)));
  }

  /**
   * The form was changed after a save whose answer was lost. Under the same id the core would give that save's answer
   * for this one, under another it might register twice: so what became of it is asked first.
   */
  async function isSettledBefore(commandId: string): Promise<boolean> {
    const asked = await client.call('application.findRegistration', { commandId });
    if (!asked.ok) notifyFailure(asked.error);
    else if (asked.value.registered !== null) draftStore.finishEarlier(key, asked.value.registered);
    return !asked.ok || asked.value.registered !== null;
  }

  function clear(): void {
    const sheet = draftStore.getState().sheets[key] ?? emptySheet;
    draftStore.close(key);
    register.reset();
    showUndo({ message: text.form.cleared, onUndo: () => draftStore.restore(key, sheet) });
  }

  useKeys([
    { key: 'mod+Enter', label: text.form.save, run: () => void save(), isEnabled: !register.isRunning },
  ]);
  // Fields say it at their place, a lost reply is said below: it may have been carried out.
  const isSaidElsewhere =
    register.failure?.code === 'invalid_input' || register.failure?.code === 'host_unreachable';
  return (
    <div className={classes.footer}>
      {register.failure !== null && !isSaidElsewhere && <StateError failure={register.failure} />}
      <div role="status" className={classes.said}>
        {isUnanswered && (
          <Text size="sm" c="var(--bk-warning)" fw={550}>
            {text.form.unanswered}
          </Text>
        )}
      </div>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="var(--bk-danger)" fw={550} role="status">
          {isRefused && wrongCount > 0 ? text.form.wrongCount(wrongCount) : ''}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <ActionButton
            label={text.form.nextNeeded}
            keyName="F10"
            variant="subtle"
            color="gray"
            run={() => focusNextNeeded(form.current, document.activeElement)}
          />
          <Button variant="subtle" color="gray" disabled={isEmpty} onClick={clear}>
            {text.form.clear}
          </Button>
          <ActionButton
            label={text.form.save}
            keyName="F9"
            run={() => void save()}
            loading={register.isRunning}
          />
        </Group>
      </Group>
    </div>
  );
}
