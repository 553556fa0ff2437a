import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { healthSchema } from '../../src-shared/contract/gateway.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { isoNow } from '../lib/clock.ts';
import { safeFacts } from '../lib/safe-facts.ts';
import { gatewayVersion } from '../lib/version.ts';

export function healthRoute(parts: GatewayParts) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.withTypeProvider<ZodTypeProvider>().route({
      method: 'GET',
      url: '/health',
      schema: { summary: 'Whether the gateway can work', response: { 200: healthSchema, 503: healthSchema } },
      handler: async (request, reply) => {
        const isUp = await sql`select 1`.execute(parts.db).then(
          () => true,
          (error: unknown) => {
            request.log.error(safeFacts(error), 'database unreachable');
            return false;
          },
        );
        return reply.code(isUp ? 200 : 503).send({
          status: isUp ? 'ok' : 'degraded',
          version: gatewayVersion,
          database: parts.databaseKind,
          time: isoNow(parts.clock),
        });
      },
    });
  };
}
