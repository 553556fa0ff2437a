import type { FastifyInstance } from 'fastify';
import type { Core } from '../../core/core.ts';
import { refuse } from '../http/answers.ts';
import { bearerOf, isCallBody } from '../http/bearer.ts';
import { bodyLimit } from './limits.ts';
import type { WhoseToken } from './whose-token.ts';

/** `POST /rpc/<method>`, as the staff's own host has it; which methods there are follows from the token's audience. */
export function addRpcRoute(app: FastifyInstance, core: Core, whose: WhoseToken): void {
  app.post<{ Params: { method: string } }>(
    '/rpc/:method',
    {
      bodyLimit,
      onRequest: async (request, reply) => whose.letIn(request, reply, bearerOf(request.headers)),
    },
    async (request, reply) => {
      if (!isCallBody(request.body)) return refuse(reply, 'not_json');
      const result = await core.dispatch(whose.callerOf(request), request.params.method, request.body);
      return reply.header('cache-control', 'no-store').send(result);
    },
  );
}
