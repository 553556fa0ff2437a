import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { GatewayParts } from '../gateway-parts.ts';
import { sha256 } from '../lib/ids.ts';
import { refuse } from './errors.ts';

const params = z.object({ token: z.string().max(200) });

/** Far above what a branch network sends; a provider tries again later what is refused. */
const limit = { rateLimit: { max: 600, timeWindow: '1 minute' } };

/**
 * Where a provider pushes its delivery reports. The providers sign nothing, so the address itself is the secret;
 * a report can settle the delivery of an SMS and nothing else.
 */
export function smsReportsRoute({ smsReports }: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    if (smsReports === undefined) return;
    const { token, take } = smsReports;

    async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      const given = params.safeParse(request.params).data?.token ?? '';
      if (!timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token))))
        return refuse(reply, 'not_found');
      return (await take(request.body)) ? reply.code(200).send('OK') : refuse(reply, 'invalid_input');
    }

    app.post(
      '/sms/raporlar/:token',
      { config: limit, bodyLimit: 1024 * 1024, schema: { hide: true } },
      answer,
    );
  };
}
