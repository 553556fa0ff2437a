import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import type { RevealField, RevealReason } from '../../../src-shared/rules/field-access.ts';
import { useCommand } from '../../lib/use-method.ts';
import { notifyFailure } from '../notify.ts';

export type RevealSubject = InputOf<'person.reveal'>['subject'];
type Shown = {
  readonly revealed: { readonly fields: readonly RevealField[]; readonly until: string } | null;
};

/** The answer that holds the numbers of such a subject. */
const queries = { application: 'application.get', consumer: 'consumer.get' } as const;

/** Has numbers shown whole, with the reason on record, and masked again; the answer is asked for anew each time. */
export function useReveal(subject: RevealSubject) {
  const client = useQueryClient();
  const reveal = useCommand('person.reveal');
  const hide = useCommand('person.mask');

  const askAgain = () => client.invalidateQueries({ queryKey: [queries[subject.kind]] });

  return {
    show: async (fields: readonly RevealField[], reason: RevealReason, words = ''): Promise<boolean> => {
      const result = await reveal.run({ subject, fields: [...fields], reason, words });
      if (!result.ok) notifyFailure(result.error);
      else await askAgain();
      return result.ok;
    },
    hide: async (): Promise<void> => {
      await hide.run({ subject });
      await askAgain();
    },
    isRunning: reveal.isRunning,
  };
}

/** At its end the core is told as well: a clock that was set back keeps nothing open. */
export function useMaskedAgain(subject: RevealSubject, { revealed }: Shown): void {
  const { hide } = useReveal(subject);
  const end = useEffectEvent(() => void hide());
  const until = revealed?.until;
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(end, Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
}
