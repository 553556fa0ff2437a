import type { FastifyInstance } from 'fastify';
import { formatDateTime } from '../../src-shared/text/format.ts';
import { maskPhone } from '../../src-shared/text/phone.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { readRecent } from '../sms/outbox-reads.ts';
import type { OutboxSms } from '../sms/sms-outbox.ts';
import { requireRole } from './guard.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './layout.ts';

const shown = 200;

const stateWords: Record<OutboxSms['state'], readonly [string, string]> = {
  waiting: ['Sırada', 'is-soon'],
  sending: ['Gönderiliyor', 'is-soon'],
  blocked: ['Engellendi, bekliyor', 'is-late'],
  uncertain: ['Gönderilip gönderilmediği bilinmiyor', 'is-late'],
  accepted: ['Sağlayıcıya iletildi', 'faint'],
  delivered: ['Teslim edildi', 'is-good'],
  failed: ['Gönderilemedi', 'is-late'],
};

export function outboxPage(parts: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/giden-kutusu', async (request, reply) => {
      const visitor = await requireRole(parts, 'operator', request, reply);
      if (visitor === undefined) return reply;
      const messages = await readRecent(parts.db, shown);
      return sendPage(reply, {
        title: 'Giden kutusu',
        width: 'wide',
        visitor,
        body: html`<div class="head"><h1>Giden kutusu</h1><a href="/giden-kutusu">Yenile</a></div>
<p class="lead">${messages.length === 0 ? 'Henüz SMS istenmedi.' : `Son ${messages.length} SMS, en yenisi üstte.`}</p>
${messages.length > 0 && table(messages)}`,
      });
    });
  };
}

function table(messages: readonly OutboxSms[]): Html {
  return html`<div class="scroll"><table class="stack">
<thead><tr><th scope="col">İstendi</th><th scope="col">Numara</th><th scope="col">Metin</th><th scope="col">Boy</th><th scope="col">Durum</th></tr></thead>
<tbody>${messages.map((sms) => {
    const [words, look] = stateWords[sms.state];
    return html`<tr>
<td class="nowrap">${formatDateTime(sms.requested_at)}</td>
<td class="nowrap">${maskPhone(sms.recipient)}</td>
<td class="message">${sms.text}</td>
<td>${sms.segments}</td>
<td><span class="${look}">${words}</span>${times(sms)}</td>
</tr>`;
  })}</tbody></table></div>`;
}

function times(sms: OutboxSms): Html {
  const isRetry = sms.state === 'waiting' && sms.attempts > 0;
  return html`<div class="small faint">
${sms.settled_at !== null && html`<div class="nowrap">${formatDateTime(sms.settled_at)}</div>`}
${isRetry && sms.next_try_at !== null && html`<div>${sms.attempts} deneme oldu; yeniden: ${formatDateTime(sms.next_try_at)}</div>`}
${sms.detail !== '' && html`<div>${sms.detail}</div>`}
</div>`;
}
