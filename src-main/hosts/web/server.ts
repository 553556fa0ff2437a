import type { Socket } from 'node:net';
import websocket from '@fastify/websocket';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { errorSentences } from '../../../src-shared/contract/errors.ts';
import type { Core } from '../../core/core.ts';
import type { Logger } from '../../core/ports.ts';
import { isOwnPage } from './access.ts';
import { answerFailure, refusals, refuse } from './answers.ts';
import { addEventsRoute } from './events-route.ts';
import { addPageRoutes, type PageOptions } from './page-routes.ts';
import { addRpcRoute } from './rpc-route.ts';
import { securityHeaders } from './security-headers.ts';

export type ServerOptions = PageOptions & {
  readonly core: Core;
  readonly log: Logger;
  readonly makeReference: () => string;
};

/** The core behind HTTP and WebSocket, for this machine alone. Listen on 127.0.0.1. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    clientErrorHandler: answerNoHttp,
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'not_found'),
  });

  app.removeContentTypeParser('text/plain');

  // Before our own hook: what that refuses is closed by this one, or the connection would stay open for ever.
  await app.register(websocket, { options: { maxPayload: 1024 } });
  app.addHook('onRequest', async (request, reply) => {
    const port = portOf(app);
    reply.headers(securityHeaders(port));
    return isOwnPage(request.headers, port) ? undefined : refuse(reply, 'foreign_page');
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not_found'));
  app.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply, options));

  addEventsRoute(app, options.core, options.token);
  addRpcRoute(app, options.core, options.token);
  await addPageRoutes(app, options);
  return app;
}

export function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port');
  return address.port;
}

/** What is not even HTTP, answered in the same shape. */
function answerNoHttp(_error: Error, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const [, code, message] = refusals.not_json;
  const body = JSON.stringify({ ok: false, error: { code, message } });
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function answerError(error: FastifyError, reply: FastifyReply, options: ServerOptions): FastifyReply {
  if (error.statusCode === 413) return refuse(reply, 'too_large');
  if (error.statusCode === 415) return refuse(reply, 'wrong_type');
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, 'not_json');
  const reference = options.makeReference();
  options.log.error('web host failed', { reference }, error);
  return answerFailure(reply, 500, { code: 'internal', message: errorSentences.internal, reference });
}
