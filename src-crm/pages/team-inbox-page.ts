import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { formatDateTime } from '../../src-shared/text/format.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { topicLabel } from '../lib/topics.ts';
import { inboxPageSize, readDone, readOpen } from '../team/team-inbox.ts';
import { dueCell } from './due.ts';
import { requireRole } from './guard.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './layout.ts';
import { escalatedWords, statusOf, typeOf } from './words.ts';

const pageQuery = z.object({ sayfa: z.coerce.number().int().min(1).max(10_000).catch(1) });
type Rows = Awaited<ReturnType<typeof readDone>>;

export function teamInboxPage(parts: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/ekip', async (request, reply) => {
      const visitor = await requireRole(parts, 'team', request, reply);
      if (visitor === undefined) return reply;
      const teamCode = visitor.member.teamCode ?? '';
      const page = pageQuery.parse(request.query).sayfa;
      const open = await readOpen(parts.db, teamCode, page);
      const done = await readDone(parts.db, teamCode);
      return sendPage(reply, {
        title: 'Ekip kutusu',
        width: 'wide',
        visitor,
        body: html`<h1>Ekip kutusu</h1>
<p class="lead">${open.count === 0 ? 'Bekleyen başvuru yok.' : `${open.count} başvuru cevabınızı bekliyor.`}</p>
${open.rows.length > 0 && openTable(open.rows, parts.clock.now())}
${pager(page, open.count)}
${done.length > 0 && doneTable(done)}`,
      });
    });
  };
}

function openTable(rows: Rows, now: number): Html {
  return html`<div class="scroll"><table class="stack">
<caption>Süresi en yakın olan önce</caption>
<thead><tr><th scope="col">Başvuru no</th><th scope="col">Son tarih</th><th scope="col">Konu</th><th scope="col">Tür</th><th scope="col">Durum</th></tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>
<td class="nowrap"><a class="strong" href="/ekip/basvuru/${row.id}">${row.application_no}</a></td>
<td>${dueCell(row.due_at, now)}</td>
<td>${topicLabel(row.topic_code)}</td>
<td>${typeOf(row.application_type)}</td>
<td>${statusOf(row.status)}${row.is_escalated && html` <br><span class="small is-late">${escalatedWords}</span>`}</td>
</tr>`,
  )}</tbody></table></div>`;
}

function doneTable(rows: Rows): Html {
  return html`<h2>Ekibinizden çıkanlar</h2>
<div class="scroll"><table class="stack">
<caption>Son ${inboxPageSize} başvuru</caption>
<thead><tr><th scope="col">Başvuru no</th><th scope="col">Konu</th><th scope="col">Durum</th><th scope="col">Son hareket</th></tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>
<td class="nowrap"><a href="/ekip/basvuru/${row.id}">${row.application_no}</a></td>
<td>${topicLabel(row.topic_code)}</td>
<td>${statusOf(row.status)}</td>
<td class="nowrap">${formatDateTime(row.last_entry_at)}</td>
</tr>`,
  )}</tbody></table></div>`;
}

function pager(page: number, count: number): Html | false {
  const pages = Math.ceil(count / inboxPageSize);
  if (pages < 2) return false;
  return html`<nav class="pager" aria-label="Sayfalar">
${page > 1 && html`<a href="/ekip?sayfa=${page - 1}" rel="prev">Önceki</a>`}
<span>Sayfa ${page} / ${pages}</span>
${page < pages && html`<a href="/ekip?sayfa=${page + 1}" rel="next">Sonraki</a>`}
</nav>`;
}
