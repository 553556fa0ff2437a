import { useCallback, useMemo, useState } from 'react';
import { makeIntents } from '../../lib/intent.ts';
import { newCommandId } from '../../lib/screen/new-command-id.ts';
import type { ScreenFailure, ScreenResult } from '../../lib/screen-result.ts';
import type { SignerCall, SignerCommand, SignerInput, SignerOutput } from './signer-calls.ts';

type Command<M extends SignerCommand> = {
  readonly run: (input: SignerInput<M>) => Promise<ScreenResult<SignerOutput<M>>>;
  readonly isRunning: boolean;
  readonly failure: ScreenFailure | null;
};

/** A short break of the network passes without a word. */
const patienceMs = 8_000;
const retryMs = 1_000;

/** One touch is one command, however often it is pressed and whatever gets lost. */
export function useSignerCommand<M extends SignerCommand>(call: SignerCall, method: M): Command<M> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const intend = useMemo(
    () =>
      makeIntents<SignerInput<M>, SignerOutput<M>>({
        send: (input, commandId) => call(method, input, commandId),
        newId: newCommandId,
        now: () => performance.now(),
      }),
    [call, method],
  );

  const run = useCallback(
    async (input: SignerInput<M>) => {
      setRunning(true);
      setFailure(null);
      const until = performance.now() + patienceMs;
      let result = await intend(input);
      while (!result.ok && result.error.code === 'host_unreachable' && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, retryMs));
        result = await intend(input);
      }
      setRunning(false);
      setFailure(result.ok ? null : result.error);
      return result;
    },
    [intend],
  );

  return { run, isRunning, failure };
}
