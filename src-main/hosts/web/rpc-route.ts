import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import { refuse } from '../http/answers.ts';
import { bearerOf, isCallBody } from '../http/bearer.ts';
import { isToken } from './access.ts';

const bodyLimit = 1024 * 1024;
const windowId = /^[\w-]{1,64}$/;

/**
 * `POST /rpc/<method>`: whatever the core answers is a 200, also its refusals; other statuses are the
 * host's own. `X-Banko-Window` names the tab, so that each has a session of its own.
 */
export function addRpcRoute(app: FastifyInstance, core: Core, token: string): void {
  app.post<{ Params: { method: string } }>(
    '/rpc/:method',
    {
      bodyLimit,
      onRequest: async (request, reply) => checkCaller(request, reply, token),
    },
    async (request, reply) => {
      if (!isCallBody(request.body)) return refuse(reply, 'not_json');
      const window = windowOf(request) ?? 'main';
      const result = await core.dispatch({ audience: 'staff', window }, request.params.method, request.body);
      return reply.header('cache-control', 'no-store').send(result);
    },
  );
}

/** Before the body is read. */
function checkCaller(request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply | undefined {
  if (!isToken(bearerOf(request.headers), token)) return refuse(reply, 'wrong_token');
  const window = windowOf(request);
  if (window !== undefined && !windowId.test(window)) return refuse(reply, 'wrong_window');
  return undefined;
}

function windowOf(request: FastifyRequest): string | undefined {
  const header = request.headers['x-banko-window'];
  return Array.isArray(header) ? header.join() : header;
}
