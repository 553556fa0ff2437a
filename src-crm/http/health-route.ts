import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { type Health, healthSchema } from '../../src-shared/contract/gateway.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { isoNow } from '../lib/clock.ts';
import { safeFacts } from '../lib/safe-facts.ts';
import { gatewayVersion } from '../lib/version.ts';
import { whatIsHeld } from '../sms/outbox-reads.ts';

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
        const reasons = isUp ? await smsReasons(parts) : (['database'] as const);
        // SMS that wait for a person are no reason to send counters elsewhere.
        return reply.code(isUp ? 200 : 503).send({
          status: reasons.length === 0 ? 'ok' : 'degraded',
          reasons: [...reasons],
          version: gatewayVersion,
          database: parts.databaseKind,
          time: isoNow(parts.clock),
        });
      },
    });
  };
}

async function smsReasons({ db, clock }: GatewayParts): Promise<Health['reasons']> {
  const { isBlocked, isUncertain, isDelayed } = await whatIsHeld(db, clock);
  const reasons: Health['reasons'] = [];
  if (isBlocked) reasons.push('sms_blocked');
  if (isUncertain) reasons.push('sms_uncertain');
  if (isDelayed) reasons.push('sms_delayed');
  return reasons;
}
