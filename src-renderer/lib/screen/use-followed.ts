import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { createFollower, type Followed } from './follower.ts';
import { keptLastGood, keptNowhere } from './last-good.ts';
import type { Methods, ScreenClient } from './screen-client.ts';

type Options = {
  /** Under which the latest answer outlives a reload and a power cut; where it is left out, it does not. */
  readonly keptAs?: string;
};

/** The answer to a query without input, kept up to date (see `createFollower`). `client` and `method` stay the same. */
export function useFollowed<C extends Methods, M extends keyof C & string>(
  client: ScreenClient<C>,
  method: M,
  { keptAs }: Options = {},
): Followed<z.output<C[M]['output']>> {
  type Answer = z.output<C[M]['output']>;
  const follower = useMemo(() => {
    // The table binds method and output; the compiler can't follow the index.
    const output = client.methods[method]?.output as z.ZodType<Answer> | undefined;
    return createFollower<Answer>({
      ask: () => client.call(method, {} as z.input<C[M]['input']>),
      onChanged: client.onChanged,
      lastGood: keptAs === undefined || output === undefined ? keptNowhere() : keptLastGood(keptAs, output),
      now: Date.now,
      after: (millis, run) => {
        const timer = setTimeout(run, millis);
        return () => clearTimeout(timer);
      },
    });
  }, [client, method, keptAs]);

  useEffect(() => {
    follower.start();
    return follower.stop;
  }, [follower]);

  return useSyncExternalStore(follower.subscribe, follower.current);
}
