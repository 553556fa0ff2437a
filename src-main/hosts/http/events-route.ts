import type {} from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { Topic } from '../../../src-shared/contract/define.ts';
import type { Core } from '../../core/core.ts';
import { refuse } from './answers.ts';
import { eventsTokenOf } from './bearer.ts';

/** A window that sleeps with its connection open must not fill the memory; it asks anew when it comes back. */
const mostUnsentBytes = 1024 * 1024;
const heartbeatMs = 30_000;

export type EventsRules = {
  /** Refuses whoever must not listen. */
  readonly admit: (
    request: FastifyRequest,
    reply: FastifyReply,
    token: string | undefined,
  ) => Promise<FastifyReply | undefined>;
  /** Called for each that is let in; gives which topics are its business. */
  readonly opened: (
    socket: WebSocket,
    request: FastifyRequest,
    token: string | undefined,
  ) => (topic: Topic) => boolean;
};

/** `GET /events`: the WebSocket of announcements. */
export function addEventsRoute(app: FastifyInstance, core: Core, { admit, opened }: EventsRules): void {
  const tokenOf = ({ headers, query }: FastifyRequest) => eventsTokenOf(headers, query);
  app.get(
    '/events',
    {
      websocket: true,
      onRequest: async (request, reply) => {
        const refused = await admit(request, reply, tokenOf(request));
        if (refused !== undefined) return refused;
        return request.ws ? undefined : refuse(reply, 'no_upgrade');
      },
    },
    (socket, request) => announceTo(socket, core, opened(socket, request, tokenOf(request))),
  );
}

/** Tells a window what changed for as long as it is connected; one that no longer answers is cut off. */
function announceTo(socket: WebSocket, core: Core, isTold: (topic: Topic) => boolean): void {
  let isAlive = true;
  const unsubscribe = core.onChanged(({ seq, topics }) => {
    const told = topics.filter(isTold);
    if (told.length === 0) return;
    if (socket.bufferedAmount > mostUnsentBytes) socket.terminate();
    else socket.send(JSON.stringify({ seq, topics: told }));
  });
  const heartbeat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, heartbeatMs);
  socket.on('pong', () => {
    isAlive = true;
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
