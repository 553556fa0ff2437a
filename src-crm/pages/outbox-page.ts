import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { GatewayParts } from '../gateway-parts.ts';
import { type DoubtDecision, decideDoubt } from '../sms/decide-doubt.ts';
import { readHeld, readRecent } from '../sms/outbox-reads.ts';
import { requireRole, type SignedIn } from './guard.ts';
import { html } from './html.ts';
import { notice, sendPage } from './layout.ts';
import { heldSection, smsTable } from './outbox-table.ts';
import { fieldsOf, isOwnForm } from './visitor.ts';

const shown = 200;

const decisions = {
  'gonderilmis-say': 'sent',
  'yeniden-gonder': 'resend',
} as const satisfies Record<string, DoubtDecision>;

const doneWords: Record<DoubtDecision, string> = {
  sent: 'SMS gönderilmiş sayıldı ve şubeye bildirildi.',
  resend: 'SMS yeniden gönderilmek üzere sıraya alındı.',
};

const idParams = z.object({ id: z.string().min(1).max(200) });
const doneQuery = z.object({ oldu: z.enum(['sent', 'resend']).optional().catch(undefined) });

export function outboxPage(parts: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/giden-kutusu', async (request, reply) => {
      const visitor = await requireRole(parts, 'operator', request, reply);
      if (visitor === undefined) return reply;
      const { oldu } = doneQuery.parse(request.query);
      return show(parts, reply, visitor, oldu && { good: doneWords[oldu] });
    });
    for (const [path, decision] of Object.entries(decisions)) {
      app.post(`/giden-kutusu/:id/${path}`, (request, reply) => decide(parts, request, reply, decision));
    }
  };
}

async function decide(
  parts: GatewayParts,
  request: FastifyRequest,
  reply: FastifyReply,
  decision: DoubtDecision,
): Promise<FastifyReply> {
  const visitor = await requireRole(parts, 'operator', request, reply);
  if (visitor === undefined) return reply;
  if (!isOwnForm(visitor, fieldsOf(request))) {
    const bad = 'Form doğrulanamadı; oturumunuz yenilenmiş olabilir. Hiçbir şey değişmedi, yeniden deneyin.';
    return show(parts, reply, visitor, { bad, status: 403 });
  }
  const { id: smsId } = idParams.parse(request.params);
  const result = await decideDoubt(parts, { smsId, decision, decidedBy: visitor.member.displayName });
  if (result === 'stale') {
    const bad = 'Bu SMS artık kararınızı beklemiyor; siz bakarken durumu değişti.';
    return show(parts, reply, visitor, { bad, status: 409 });
  }
  request.log.info({ smsId, decision }, 'SMS in doubt decided');
  parts.onStored();
  return reply.redirect(`/giden-kutusu?oldu=${decision}`, 303);
}

async function show(
  parts: GatewayParts,
  reply: FastifyReply,
  visitor: SignedIn,
  {
    good,
    bad,
    status = 200,
  }: { readonly good?: string; readonly bad?: string; readonly status?: number } = {},
): Promise<FastifyReply> {
  const [held, messages] = await Promise.all([readHeld(parts.db, shown), readRecent(parts.db, shown)]);
  return sendPage(reply, {
    title: 'Giden kutusu',
    width: 'wide',
    status,
    visitor,
    body: html`<div class="head"><h1>Giden kutusu</h1><a href="/giden-kutusu">Yenile</a></div>
${good !== undefined && notice('good', good)}${bad !== undefined && notice('bad', bad)}
${held.length > 0 && heldSection(held, visitor)}
<p class="lead">${messages.length === 0 ? 'Henüz SMS istenmedi.' : `Son ${messages.length} SMS, en yenisi üstte.`}</p>
${messages.length > 0 && smsTable(messages)}`,
  });
}
