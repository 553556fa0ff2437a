import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { GatewayParts } from '../../gateway-parts.ts';
import { findRequest, type KnownRequest } from '../../intake/requests.ts';
import { topicLabel } from '../../lib/topics.ts';
import { sendPublicPage } from '../layout.ts';
import { nothingTakenView, takenView } from './taken-view.ts';

/** Whose requests these are among those of the keys. */
export const webFormKey = 'web-form';

const path = '/basvuru/alindi';
const cookieName = 'basvuru';
/** On a shared computer the next person must not find it; the code is known by then. */
const shownMs = 3_600_000;
const viewLimit = { rateLimit: { max: 60, timeWindow: '1 minute' } };
const query = z.object({ degisti: z.literal('1').optional().catch(undefined) });

/** The browser is told by a cookie which application it sent, so that its code stands in no address. */
export function redirectToTaken(
  request: FastifyRequest,
  reply: FastifyReply,
  sealId: string,
  { isChanged }: { readonly isChanged: boolean },
): FastifyReply {
  const secure = request.protocol === 'https';
  reply.setCookie(cookieName, sealId, {
    ...{ path: '/basvuru', httpOnly: true, sameSite: 'strict', secure },
    maxAge: shownMs / 1000,
  });
  return reply.redirect(isChanged ? `${path}?degisti=1` : path, 303);
}

export function takenPage({ db, clock }: GatewayParts) {
  async function hasSms(applicationId: string): Promise<boolean> {
    const sms = db.selectFrom('sms_outbox').select('sms_id').where('stream_id', '=', applicationId);
    return (await sms.limit(1).executeTakeFirst()) !== undefined;
  }

  async function topicOf(applicationId: string): Promise<string> {
    const row = await db
      .selectFrom('applications')
      .select('topic_code')
      .where('id', '=', applicationId)
      .executeTakeFirst();
    return topicLabel(row?.topic_code ?? '');
  }

  function isShown(known: KnownRequest | undefined): known is KnownRequest {
    return known !== undefined && Date.parse(known.takenAt) > clock.now() - shownMs;
  }

  return async (app: FastifyInstance): Promise<void> => {
    app.get(path, { config: viewLimit }, async (request, reply) => {
      const idempotencyKey = request.cookies[cookieName] ?? '';
      const known = await findRequest(db, clock, { keyId: webFormKey, idempotencyKey });
      if (!isShown(known))
        return sendPublicPage(reply, { title: 'Başvuru', status: 404, body: nothingTakenView() });
      const { taken } = known;
      const body = takenView({
        taken,
        topicLabel: await topicOf(taken.applicationId),
        hasSms: await hasSms(taken.applicationId),
        isChanged: query.parse(request.query).degisti === '1',
      });
      return sendPublicPage(reply, { title: 'Başvurunuz alındı', body });
    });
  };
}
