import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import websocket from '@fastify/websocket';
import fastify, {
  type FastifyError,
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { errorSentences } from '../../../src-shared/contract/errors.ts';
import type { Logger } from '../../core/ports.ts';
import { answerFailure, refusals, refuse } from './answers.ts';

export type HttpAppOptions = {
  readonly log: Logger;
  readonly makeReference: () => string;
  /** Before anything else of a request: its headers, and what is refused out of hand. */
  readonly onRequest: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined;
  readonly server?: Pick<FastifyHttpOptions<Server>, 'requestTimeout' | 'keepAliveTimeout' | 'http'>;
};

/** What every HTTP server of ours is: JSON in one shape, nothing kept, nothing told of a bug but its reference. */
export async function createHttpApp(options: HttpAppOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...options.server,
    logger: false,
    forceCloseConnections: true,
    clientErrorHandler: answerNoHttp,
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'not_found'),
  });

  app.removeContentTypeParser('text/plain');

  // Before our own hook: what that refuses is closed by this one, or the connection would stay open for ever.
  await app.register(websocket, { options: { maxPayload: 1024 } });
  app.addHook('onRequest', async (request, reply) => options.onRequest(request, reply));
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not_found'));
  app.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply, options));
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

function answerError(error: FastifyError, reply: FastifyReply, options: HttpAppOptions): FastifyReply {
  if (error.statusCode === 413) return refuse(reply, 'too_large');
  if (error.statusCode === 415) return refuse(reply, 'wrong_type');
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, 'not_json');
  const reference = options.makeReference();
  options.log.error('http host failed', { reference }, error);
  return answerFailure(reply, 500, { code: 'internal', message: errorSentences.internal, reference });
}
