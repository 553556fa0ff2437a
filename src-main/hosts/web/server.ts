import type { FastifyInstance } from 'fastify';
import type { Core } from '../../core/core.ts';
import type { Logger } from '../../core/ports.ts';
import { refuse } from '../http/answers.ts';
import { addEventsRoute } from '../http/events-route.ts';
import { createHttpApp, portOf } from '../http/http-app.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { isOwnPage, isToken, ownHosts } from './access.ts';
import { addPageRoutes, type PageOptions } from './page-routes.ts';
import { addRpcRoute } from './rpc-route.ts';

export type ServerOptions = PageOptions & {
  readonly core: Core;
  readonly log: Logger;
  readonly makeReference: () => string;
};

/** The core behind HTTP and WebSocket, for this machine alone. Listen on 127.0.0.1. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = await createHttpApp({
    ...options,
    onRequest: (request, reply) => {
      const port = portOf(app);
      reply.headers(securityHeaders(ownHosts(port)));
      return isOwnPage(request.headers, port) ? undefined : refuse(reply, 'foreign_page');
    },
  });
  addEventsRoute(app, options.core, {
    admit: async (_request, reply, token) =>
      isToken(token, options.token) ? undefined : refuse(reply, 'wrong_token'),
    opened: () => () => true,
  });
  addRpcRoute(app, options.core, options.token);
  await addPageRoutes(app, options);
  return app;
}
