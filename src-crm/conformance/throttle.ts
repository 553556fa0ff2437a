import { gatewayErrorSchema } from '../../src-shared/contract/gateway.ts';
import type { Reply } from './client.ts';

/** What came of the gateway's limits while the other checks ran: no check is rude enough to provoke them. */
export type Throttle = {
  readonly met: (reply: Reply) => void;
  readonly times: () => number;
  /** The first 429 that was not an error as the contract has it. */
  readonly oddity: () => string | undefined;
};

export function createThrottle(): Throttle {
  let times = 0;
  let oddity: string | undefined;
  return {
    met: ({ text, body }) => {
      times += 1;
      const { data } = gatewayErrorSchema.safeParse(body);
      if (data?.error.code !== 'too_many_requests') oddity ??= text.slice(0, 200);
    },
    times: () => times,
    oddity: () => oddity,
  };
}
