import { useCallback, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { kioskContract } from '../../../src-shared/contract/kiosk.ts';
import { makeIntents } from '../../lib/intent.ts';
import { newCommandId } from '../../lib/screen/new-command-id.ts';
import type { ScreenClient } from '../../lib/screen/screen-client.ts';
import { hostUnreachable, type ScreenResult } from '../../lib/screen-result.ts';

export type Wanted = z.input<(typeof kioskContract)['kiosk.issue']['input']>;
export type Given = z.output<(typeof kioskContract)['kiosk.issue']['output']>;

export type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'giving' }
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'refused'; readonly sentence: string }
  /** No answer came: the number may have been given or not. Asked again, it is the same one. */
  | { readonly kind: 'unsure'; readonly wanted: Wanted };

export type Issuing = {
  readonly step: Step;
  readonly issue: (wanted: Wanted) => Promise<void>;
  readonly begin: () => void;
};

const patienceMs = 15_000;
const retryMs = 1_500;
const noAnswer: readonly string[] = ['host_unreachable', 'hub_unreachable'];

/** From the touch to the number: one touch is one number, however often it is pressed and whatever gets lost. */
export function useIssuing(client: ScreenClient<typeof kioskContract>): Issuing {
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const intend = useMemo(
    () =>
      makeIntents<Wanted, Given>({
        send: (wanted, commandId) => send(client, wanted, commandId),
        newId: newCommandId,
        now: () => performance.now(),
      }),
    [client],
  );

  const issue = useCallback(
    async (wanted: Wanted) => {
      setStep({ kind: 'giving' });
      const until = performance.now() + patienceMs;
      let result = await intend(wanted);
      while (!result.ok && noAnswer.includes(result.error.code) && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, retryMs));
        result = await intend(wanted);
      }
      if (result.ok) setStep({ kind: 'given', given: result.value });
      else if (noAnswer.includes(result.error.code)) setStep({ kind: 'unsure', wanted });
      else setStep({ kind: 'refused', sentence: result.error.message });
    },
    [intend],
  );

  return { step, issue, begin: useCallback(() => setStep({ kind: 'choosing' }), []) };
}

async function send(
  client: ScreenClient<typeof kioskContract>,
  wanted: Wanted,
  commandId: string,
): Promise<ScreenResult<Given>> {
  const answer = await client.call('kiosk.issue', wanted, commandId);
  if (answer.kind === 'answered') return { ok: true, value: answer.value };
  return { ok: false, error: answer.kind === 'refused' ? answer.failure : hostUnreachable };
}
