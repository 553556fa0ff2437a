import { useRef, useState } from 'react';
import type { z } from 'zod';
import { useStore } from 'zustand';
import type { CommandMethod, InputOf } from '../../../src-shared/contract/index.ts';
import { notifyDone } from '../../components/notify.ts';
import { focusFirstWrong } from '../../lib/focus-first-wrong.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { useCommand } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import {
  type ActionDrafts,
  type ActionName,
  draftsKey,
  emptyDrafts,
  makeActionDrafts,
} from './action-drafts.ts';
import { checkInput, type FieldMessages } from './check-input.ts';

export const actionDrafts = makeActionDrafts(() => sessionStorage);

type Action<A extends ActionName, M extends CommandMethod> = {
  readonly name: A;
  readonly method: M;
  readonly schema: z.ZodType<InputOf<M>>;
  readonly applicationId: string;
  /** Said when it is done. */
  readonly doneSentence: string;
  /** What is sent, where it is not the draft as it stands. */
  readonly inputOf?: (draft: ActionDrafts[A]) => unknown;
  /** The form's name of a field that a refusal names otherwise. */
  readonly fieldOf?: (path: string) => string;
};

/** One action on the file: its draft, its refusals at their fields, its sending. A refusal loses no text. */
export function useAction<A extends ActionName, M extends CommandMethod>({
  name,
  method,
  schema,
  applicationId,
  doneSentence,
  inputOf = (draft) => ({ applicationId, ...draft }),
  fieldOf = (path) => path,
}: Action<A, M>) {
  const key = draftsKey(useUser()?.id ?? '', applicationId);
  const draft: ActionDrafts[A] = useStore(actionDrafts, ({ files }) => (files[key] ?? emptyDrafts)[name]);
  const [messages, setMessages] = useState<FieldMessages>({});
  const form = useRef<HTMLFormElement>(null);
  const command = useCommand(method);
  const { language } = useLanguage();

  function refuse(refused: FieldMessages): void {
    setMessages(Object.fromEntries(Object.entries(refused).map(([path, said]) => [fieldOf(path), said])));
    focusFirstWrong(form.current);
  }

  async function send(): Promise<void> {
    const checked = checkInput(schema, inputOf(draft), language);
    if (!checked.ok) return refuse(checked.messages);
    const result = await command.run(checked.input);
    if (!result.ok) return refuse(fieldErrors(result.error));
    setMessages({});
    actionDrafts.clear(key, name);
    notifyDone(doneSentence);
  }

  return {
    draft,
    messages,
    form,
    send: () => void send(),
    isRunning: command.isRunning,
    /** What belongs to no field. */
    failure: command.failure?.code === 'invalid_input' ? null : command.failure,
    change: (patch: Partial<ActionDrafts[A]>) => {
      actionDrafts.change(key, name, patch);
      setMessages((old) => Object.fromEntries(Object.entries(old).filter(([path]) => !(path in patch))));
    },
  };
}
