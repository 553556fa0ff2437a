import type { FastifyInstance } from 'fastify';
import type { Core } from '../../core/core.ts';
import { bearerOf, isToken } from './access.ts';
import { refuse } from './answers.ts';

/** A window that sleeps with its connection open must not fill the memory; it asks anew when it comes back. */
const mostUnsentBytes = 1024 * 1024;
const heartbeatMs = 30_000;

/** `GET /events`: the WebSocket of announcements. Browsers can set no header there, so the token may be in `?token=`. */
export function addEventsRoute(app: FastifyInstance, core: Core, token: string): void {
  app.get<{ Querystring: { token?: unknown } }>(
    '/events',
    {
      websocket: true,
      onRequest: async (request, reply) => {
        const { token: asked } = request.query;
        const given = bearerOf(request.headers) ?? (typeof asked === 'string' ? asked : undefined);
        if (!isToken(given, token)) return refuse(reply, 'wrong_token');
        return request.ws ? undefined : refuse(reply, 'no_upgrade');
      },
    },
    (socket) => {
      const unsubscribe = core.onChanged((announcement) => {
        if (socket.bufferedAmount > mostUnsentBytes) socket.terminate();
        else socket.send(JSON.stringify(announcement));
      });
      const heartbeat = setInterval(() => socket.ping(), heartbeatMs);
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        clearInterval(heartbeat);
        unsubscribe();
      });
    },
  );
}
