import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { formatDate, formatDateTime } from '../../src-shared/text/format.ts';
import { formatTrackingCode, parseTrackingCode } from '../../src-shared/text/tracking-code.ts';
import type { ApplicationsTable, Database } from '../db/schema.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { type Html, html } from './html.ts';
import { notice, sendPublicPage } from './layout.ts';
import { fieldsOf } from './visitor.ts';
import { outcomeOf } from './words.ts';

/** Codes have 11 random characters of 31, so this leaves a guesser nothing; a household behind one address can look. */
const lookUpLimit = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const viewLimit = { rateLimit: { max: 60, timeWindow: '1 minute' } };
const longestInput = 60;
const codeQuery = z.object({ kod: z.string().max(longestInput).catch('') }).catch({ kod: '' });

/** Public: shows where an application stands to whoever holds its code, and nothing about any person. */
export function trackingPage(parts: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    // The code of a link or a QR is put into the form only; the look-up is a POST and leaves no code in histories.
    app.get('/takip', { config: viewLimit }, async (request, reply) => {
      const query = z.object({ kod: z.unknown() }).safeParse(request.query);
      const kod = query.success ? codeQuery.parse(query.data).kod : '';
      return page(reply, { input: kod });
    });

    app.post('/takip', { config: lookUpLimit }, async (request, reply) => {
      const input = (fieldsOf(request).kod ?? '').slice(0, longestInput);
      if (input.trim() === '') return page(reply, { input, trouble: 'Takip kodunuzu yazın.', status: 422 });
      const code = parseTrackingCode(input);
      if (code === undefined) {
        const trouble =
          'Bu kod yanlış yazılmış görünüyor. Kod 12 karakterdir, 0, 1, I, L ve O içermez; SMS’teki ya da başvuru belgenizdeki kodla karşılaştırın.';
        return page(reply, { input, trouble, status: 422 });
      }
      // One indexed query whether the code exists or not.
      const found = await findByCode(parts.db, code);
      if (found !== undefined)
        return page(reply, { input: '', result: result(found, code, parts.clock.now()) });
      const trouble =
        'Bu kodla bir başvuru bulunamadı. Başvurunuz az önce alındıysa birkaç dakika sonra yeniden deneyin.';
      return page(reply, { input, trouble, status: 404 });
    });
  };
}

type Application = Selectable<ApplicationsTable>;

function findByCode(db: Kysely<Database>, code: string): Promise<Application | undefined> {
  return db
    .selectFrom('applications')
    .selectAll()
    .where('tracking_code', '=', code)
    .orderBy('registered_at')
    .limit(1)
    .executeTakeFirst();
}

type Content = {
  readonly input: string;
  readonly trouble?: string;
  readonly result?: Html;
  readonly status?: number;
};

function page(reply: FastifyReply, content: Content): FastifyReply {
  const isWrong = content.trouble !== undefined;
  return sendPublicPage(reply, {
    title: 'Başvuru takibi',
    status: content.status ?? 200,
    body: html`<h1>Başvuru takibi</h1>
<p class="lead">Başvurunuzun ne durumda olduğunu takip kodunuzla öğrenin.</p>
${content.result}
<div class="card"><form method="post" action="/takip">
${isWrong && html`<div id="kod-hata">${notice('bad', content.trouble ?? '')}</div>`}
<label for="kod">${content.result === undefined ? 'Takip kodu' : 'Başka bir takip kodu'}</label>
<span class="hint" id="kod-ipucu">SMS’te ve başvuru belgenizde yazar. Örnek: K7M4-9QX2-ABCD</span>
<input class="code" type="text" id="kod" name="kod" value="${content.input}" maxlength="${longestInput}" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="kod-ipucu${isWrong && ' kod-hata'}" aria-invalid="${isWrong ? 'true' : 'false'}" required>
<button type="submit">Durumu göster</button>
</form></div>
<p class="small faint">Bu sayfada ad, adres ya da başka kişisel bilgi gösterilmez.</p>
<p class="no-print"><a href="/basvuru">Yeni başvuru yap</a></p>`,
  });
}

function result(application: Application, code: string, now: number): Html {
  const { status, closed_at, routed_at, answered_at } = application;
  const isClosed = closed_at !== null;
  const [headline, words] = isClosed
    ? [endWords[status] ?? 'Başvurunuz sonuçlandı', outcomeOf(application.outcome_kind ?? '')]
    : (stateWords[status] ?? ['Başvurunuz alındı', 'Başvurunuz kayıtlıdır.']);
  return html`<section class="card" aria-labelledby="durum">
<p class="faint small">${formatTrackingCode(code)} · ${application.application_no}</p>
<p class="big" id="durum">${headline}</p>
<p>${words}</p>
${!isClosed && dueLine(application.due_at, now)}
<ol class="steps">
${step('Kayıt', application.registered_at)}
${step('İlgili ekip', routed_at, isClosed)}
${step('Ekibin yanıtı', status === 'routed' || status === 'in_progress_at_team' ? null : answered_at, isClosed)}
${step('Sonuç', closed_at)}
</ol>
</section>`;
}

function dueLine(dueAt: string, now: number): Html {
  return Date.parse(dueAt) < now
    ? html`<p>Sonuçlandırma tarihi (<strong>${formatDate(dueAt)}</strong>) geçti; başvurunuz hâlâ açık ve üzerinde çalışılıyor.</p>`
    : html`<p>En geç <strong>${formatDate(dueAt)}</strong> tarihine kadar sonuçlandırılacak.</p>`;
}

/** A step that was passed over on the way to the end is not shown as still to come. */
function step(name: string, at: string | null, isOver = false): Html | false {
  if (at === null) return !isOver && html`<li>${name}<span>Henüz değil</span></li>`;
  return html`<li class="done">${name}<span>${formatDateTime(at)}</span></li>`;
}

/** Other ends than a conclusion. */
const endWords: Readonly<Record<string, string>> = {
  referred_to_supplier: 'Başvurunuz tedarik şirketinize yönlendirildi',
  merged_duplicate: 'Başvurunuz öbür başvurunuzla birleştirildi',
  cancelled_by_applicant: 'Başvurunuz geri çekildi',
};

const stateWords: Readonly<Record<string, readonly [string, string]>> = {
  registered: ['Başvurunuz alındı', 'Başvurunuz kayda alındı ve inceleniyor.'],
  routed: ['Başvurunuz ilgili ekipte', 'Başvurunuz, konuyla ilgilenen ekibe iletildi.'],
  in_progress_at_team: ['Başvurunuz ilgili ekipte', 'Ekip başvurunuz üzerinde çalışıyor.'],
  returned_to_router: ['Başvurunuz yönlendiriliyor', 'Başvurunuz, doğru ekibe yeniden yönlendirilecek.'],
  answered_by_team: ['Yanıt hazırlandı', 'İlgili ekip yanıtını verdi; size bilgi verilecek.'],
  waiting_for_applicant: [
    'Sizden bilgi ya da belge bekleniyor',
    'Sizden ne istendiği size bildirildi. İsteneni çözüm noktasına getirin ya da başvuru numaranızı söyleyerek 186’ya bildirin; ardından başvurunuz sürer.',
  ],
  reopened: [
    'Başvurunuz yeniden açıldı',
    'Sonuca itirazınız ya da yeni bir bilgi üzerine başvurunuz yeniden inceleniyor.',
  ],
  contacting_customer: ['Size ulaşmaya çalışıyoruz', 'Sonucu bildirmek için sizinle görüşülecek.'],
};
