import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Core } from '../../core/core.ts';
import { refuse } from '../http/answers.ts';
import { wrongTokensPerMinute } from './limits.ts';
import { createMeter } from './meter.ts';

export type WhoseToken = {
  /** Finds out who comes with that token, before anything else of the request is read; refuses where nobody does. */
  readonly letIn: (
    request: FastifyRequest,
    reply: FastifyReply,
    token: string | undefined,
  ) => Promise<FastifyReply | undefined>;
  /** Of a request that was let in. */
  readonly callerOf: (request: FastifyRequest) => Caller;
  /** False once the token was withdrawn. */
  readonly isStillGood: (token: string) => Promise<boolean>;
};

/** Who calls follows from the token alone. Wrong ones are counted by address, whatever they are tried on. */
export function createWhoseToken(core: Core, now: () => number): WhoseToken {
  const wrong = createMeter(wrongTokensPerMinute, now);
  const callers = new WeakMap<FastifyRequest, Caller>();
  return {
    letIn: async (request, reply, token) => {
      if (wrong.isOver(request.ip)) return refuse(reply, 'too_many');
      const found = token === undefined ? undefined : await core.screens.identify(token);
      if (found?.ok === true) {
        callers.set(request, found.value);
        return undefined;
      }
      if (found?.error.code === 'store_trouble') return refuse(reply, 'no_store');
      wrong.count(request.ip);
      return refuse(reply, 'unknown_screen');
    },
    callerOf: (request) => {
      const caller = callers.get(request);
      if (caller === undefined) throw new Error('A request without a caller was let in');
      return caller;
    },
    isStillGood: async (token) => (await core.screens.identify(token)).ok,
  };
}
