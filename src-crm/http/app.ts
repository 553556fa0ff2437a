import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { GatewayParts } from '../gateway-parts.ts';
import { gatewayVersion } from '../lib/version.ts';
import { pages } from '../pages/pages.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { answerApiError, refuse } from './errors.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import { healthRoute } from './health-route.ts';
import { intakeRoutes } from './intake-routes.ts';
import { smsReportsRoute } from './sms-reports-route.ts';

export type AppOptions = { readonly logger: FastifyBaseLogger; readonly trustProxy: boolean };

export async function createApp(parts: GatewayParts, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.logger,
    // Fastify's own request lines hold the URL, and with it search words and tracking codes.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    forceCloseConnections: 'idle',
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerApiError);
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'not_found'));
  app.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    request.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms },
      'request',
    );
  });

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Banko CRM ağ geçidi', version: gatewayVersion },
      components: {
        securitySchemes: {
          branchKey: { type: 'http', scheme: 'bearer' },
          intakeKey: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 64 * 1024 });
  await app.register(rateLimit, { global: false });
  await app.register(gatewayRoutes(parts), { prefix: '/v1' });
  await app.register(intakeRoutes(parts), { prefix: '/v1' });
  await app.register(attachmentRoutes(parts), { prefix: '/v1' });
  await app.register(healthRoute(parts));
  await app.register(smsReportsRoute(parts));
  await app.register(pages(parts));
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}
