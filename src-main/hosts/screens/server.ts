import type { FastifyInstance } from 'fastify';
import type { Core } from '../../core/core.ts';
import type { Logger } from '../../core/ports.ts';
import { refuse } from '../http/answers.ts';
import { addEventsRoute } from '../http/events-route.ts';
import { createHttpApp } from '../http/http-app.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { keepAliveMs, mostConnections, requestsPerMinute, requestTimeoutMs } from './limits.ts';
import { listeners } from './listeners.ts';
import { createMeter } from './meter.ts';
import { ownHostOf } from './own-host.ts';
import { addPageRoutes } from './page-routes.ts';
import { addRpcRoute } from './rpc-route.ts';
import { createWhoseToken } from './whose-token.ts';

export type ScreensServerOptions = {
  readonly core: Core;
  readonly log: Logger;
  /** Where the built pages of the screens lie. */
  readonly screensDir: string;
  readonly makeReference: () => string;
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
};

/** What screens and phones on the LAN reach of the core: their own pages and their own methods (decision 7). */
export async function createScreensServer(options: ScreensServerOptions): Promise<FastifyInstance> {
  const { core, screensDir, now } = options;
  const requests = createMeter(requestsPerMinute, now);
  const app = await createHttpApp({
    ...options,
    server: {
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: keepAliveMs,
      http: { headersTimeout: requestTimeoutMs, connectionsCheckingInterval: requestTimeoutMs / 2 },
    },
    onRequest: (request, reply) => {
      const host = ownHostOf(request.raw);
      reply.headers(securityHeaders(host === undefined ? [] : [host]));
      if (host === undefined) return refuse(reply, 'foreign_page');
      return requests.count(request.ip) ? undefined : refuse(reply, 'too_many');
    },
  });
  app.server.maxConnections = mostConnections;
  const whose = createWhoseToken(core, now);
  addEventsRoute(app, core, listeners(app, options, whose));
  addRpcRoute(app, core, whose);
  await addPageRoutes(app, screensDir);
  return app;
}
