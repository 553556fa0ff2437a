import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { normaliseMultiline } from '../../src-shared/text/fold.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { actAsTeam, type Stale, type TeamAction } from '../team/team-actions.ts';
import { readTeamFile } from '../team/team-file.ts';
import { requireRole, type SignedIn } from './guard.ts';
import { html } from './html.ts';
import { keptTextPage } from './kept-text.ts';
import { sendPage } from './layout.ts';
import { type Draft, renderTeamFile } from './team-file-view.ts';
import { fieldsOf, isOwnForm, visitorOf } from './visitor.ts';

/** As the ledger's own limit on an answer. */
const longestText = 4000;

const idParams = z.object({ id: z.string().min(1).max(80) });
const doneQuery = z.object({ oldu: z.enum(['take', 'answer', 'return']).optional().catch(undefined) });

const doneWords = {
  take: 'Başvuru sizin üzerinize alındı.',
  answer: 'Cevabınız kaydedildi ve çözüm noktasına iletildi.',
  return: 'Başvuru, yönlendirene iade edildi.',
} as const;

const staleWords: Record<Exclude<Stale, 'not_found'>, string> = {
  closed: 'Bu başvuru siz bakarken sonuçlandırılmış; yaptığınız işlem kaydedilmedi.',
  elsewhere: 'Bu başvuru siz bakarken başka bir ekibe yönlendirilmiş; yaptığınız işlem kaydedilmedi.',
  answered: 'Bu başvuru siz bakarken ekibinizden biri tarafından cevaplanmış; yaptığınız işlem kaydedilmedi.',
  returned:
    'Bu başvuru siz bakarken ekibinizden biri tarafından iade edilmiş; yaptığınız işlem kaydedilmedi.',
  taken: 'Bu başvuruyu siz bakarken ekibinizden biri üzerine almış.',
};

const actions = {
  'uzerine-al': 'take',
  cevapla: 'answer',
  iade: 'return',
} as const satisfies Record<string, TeamAction['kind']>;

export function teamFilePages(parts: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/ekip/basvuru/:id', async (request, reply) => {
      const visitor = await requireRole(parts, 'team', request, reply);
      if (visitor === undefined) return reply;
      const { oldu } = doneQuery.parse(request.query);
      return show(parts, request, reply, visitor, oldu && { good: doneWords[oldu] });
    });
    for (const [path, kind] of Object.entries(actions)) {
      app.post(`/ekip/basvuru/:id/${path}`, (request, reply) => act(parts, request, reply, kind));
    }
  };
}

async function act(
  parts: GatewayParts,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: TeamAction['kind'],
): Promise<FastifyReply> {
  const fields = fieldsOf(request);
  const text = normaliseMultiline(fields.metin ?? '');
  // Someone whose session ran out while writing must not lose the text to the sign-in page.
  if (text !== '') {
    const visitor = await visitorOf(parts, request, reply);
    if (visitor.member === undefined) return sendPage(reply, keptTextPage(visitor, text));
  }
  const visitor = await requireRole(parts, 'team', request, reply);
  if (visitor === undefined) return reply;
  const draft: Draft = { kind, text };
  if (!isOwnForm(visitor, fields)) {
    const bad =
      'Form doğrulanamadı; oturumunuz yenilenmiş olabilir. Hiçbir şey kaydedilmedi, yeniden gönderin.';
    return show(parts, request, reply, visitor, { bad, status: 403, draft });
  }
  const trouble = kind === 'take' ? undefined : textTrouble(kind, text);
  if (trouble !== undefined)
    return show(parts, request, reply, visitor, {
      bad: trouble,
      status: 422,
      draft: { ...draft, isWrong: true },
    });

  const { id } = idParams.parse(request.params);
  const result = await actAsTeam(parts, visitor.member, id, kind === 'take' ? { kind } : { kind, text });
  if (result === 'done') return reply.redirect(`/ekip/basvuru/${encodeURIComponent(id)}?oldu=${kind}`, 303);
  const bad = result === 'not_found' ? '' : staleWords[result];
  return show(parts, request, reply, visitor, { bad, status: 409, draft });
}

function textTrouble(kind: 'answer' | 'return', text: string): string | undefined {
  if (text === '') return kind === 'answer' ? 'Cevabınızı yazın.' : 'İade nedenini yazın.';
  return text.length > longestText
    ? `Metin en çok ${longestText} karakter olabilir; sizinki ${text.length} karakter.`
    : undefined;
}

type Outcome = {
  readonly good?: string;
  readonly bad?: string;
  readonly status?: number;
  readonly draft?: Draft;
};

async function show(
  parts: GatewayParts,
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: SignedIn,
  outcome: Outcome = {},
): Promise<FastifyReply> {
  const id = idParams.safeParse(request.params).data?.id;
  const file = id === undefined ? undefined : await readTeamFile(parts, visitor.member.teamCode, id);
  if (file === undefined) {
    return sendPage(reply, {
      title: 'Başvuru bulunamadı',
      status: 404,
      visitor,
      body: html`<h1>Başvuru bulunamadı</h1>
<p>Böyle bir başvuru yok ya da ekibinize yönlendirilmemiş.</p><p><a href="/ekip">Ekip kutusuna dön</a></p>`,
    });
  }
  return sendPage(reply, {
    title: file.state.registration.applicationNo,
    status: outcome.status ?? 200,
    visitor,
    body: renderTeamFile({ file, visitor, now: parts.clock.now(), ...outcome }),
  });
}
