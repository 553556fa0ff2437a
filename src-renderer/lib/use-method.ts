import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CommandMethod, InputOf, OutputOf, QueryMethod } from '../../src-shared/contract/index.ts';
import { useClient } from './client-context.ts';
import { makeIntents } from './intent.ts';
import type { ScreenFailure, ScreenResult } from './screen-result.ts';

type QueryOptions = {
  readonly enabled?: boolean;
  /** Shows the answer to the previous input until the new one is there. */
  readonly keepPrevious?: boolean;
  /** For an answer that also changes with time, which nothing announces. */
  readonly everyMillis?: number;
};

/** A query of the contract; refetched when one of its topics is announced. */
export function useQueryMethod<M extends QueryMethod>(
  method: M,
  input: InputOf<M>,
  { enabled = true, keepPrevious = false, everyMillis }: QueryOptions = {},
): UseQueryResult<OutputOf<M>, ScreenFailure> {
  const client = useClient();
  return useQuery<OutputOf<M>, ScreenFailure, OutputOf<M>, readonly [M, InputOf<M>]>({
    queryKey: [method, input],
    queryFn: async () => {
      const result = await client.call(method, input);
      if (!result.ok) throw result.error;
      return result.value;
    },
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(everyMillis === undefined ? {} : { refetchInterval: everyMillis }),
  });
}

export type Command<M extends CommandMethod> = {
  /** Never rejects. A repeat after a lost reply carries the same command id (see `makeIntents`). */
  readonly run: (input: InputOf<M>) => Promise<ScreenResult<OutputOf<M>>>;
  readonly isRunning: boolean;
  /** Of the last run; null while it runs and after success. */
  readonly failure: ScreenFailure | null;
  readonly reset: () => void;
};

const randomId = () => crypto.randomUUID();

/**
 * A command of the contract. After success everything that depends on it is announced by the core.
 * @param newId names an intent; for one that must outlive this page, from where it is kept. Always the same function.
 */
export function useCommand<M extends CommandMethod>(method: M, newId: () => string = randomId): Command<M> {
  const client = useClient();
  const running = useRef(0);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);

  const intend = useMemo(
    () =>
      makeIntents<InputOf<M>, OutputOf<M>>({
        send: (input, commandId) => client.call(method, input, commandId),
        newId,
        now: () => performance.now(),
      }),
    [client, method, newId],
  );

  const run = useCallback(
    async (input: InputOf<M>) => {
      running.current += 1;
      setRunning(true);
      setFailure(null);
      const result = await intend(input);
      running.current -= 1;
      setRunning(running.current > 0);
      setFailure(result.ok ? null : result.error);
      return result;
    },
    [intend],
  );

  return { run, isRunning, failure, reset: useCallback(() => setFailure(null), []) };
}
