import { formatDateTime } from '../../src-shared/text/format.ts';
import { maskPhone } from '../../src-shared/text/phone.ts';
import type { OutboxSms } from '../sms/sms-outbox.ts';
import { type Html, html } from './html.ts';
import { notice, tokenField } from './layout.ts';
import type { Visitor } from './visitor.ts';

const stateWords: Record<OutboxSms['state'], readonly [string, string]> = {
  waiting: ['Sırada', 'is-soon'],
  sending: ['Gönderiliyor', 'is-soon'],
  blocked: ['Engellendi, bekliyor', 'is-late'],
  uncertain: ['Gönderilip gönderilmediği bilinmiyor', 'is-late'],
  accepted: ['Sağlayıcıya iletildi', 'faint'],
  delivered: ['Teslim edildi', 'is-good'],
  failed: ['Gönderilemedi', 'is-late'],
};

/** What waits for a person, with what that person has to know and can do. */
export function heldSection(held: readonly OutboxSms[], visitor: Visitor): Html {
  const blocked = held.filter((sms) => sms.state === 'blocked');
  const reasons = [...new Set(blocked.map((sms) => sms.detail))];
  const delayed = held.filter((sms) => sms.state === 'waiting').length;
  const uncertain = held.filter((sms) => sms.state === 'uncertain');
  return html`<h2>İlgilenilmesi gerekenler</h2>
${reasons.map((reason) =>
  notice(
    'bad',
    `SMS gönderilemiyor: ${reason}. ${blocked.length} SMS bekliyor; sorun giderilince kendiliğinden gönderilir.`,
  ),
)}
${
  uncertain.length > 0 &&
  notice(
    'bad',
    `${uncertain.length} SMS’in sağlayıcıya ulaşıp ulaşmadığı bilinmiyor. Sağlayıcının panelinden bakıp karar verin; 24 saat içinde belli olmazsa şubeye gönderilemedi diye bildirilir.`,
  )
}
${
  delayed > 0 &&
  notice('bad', `${delayed} SMS defalarca denendi ve henüz gönderilemedi; denenmeye devam ediyor.`)
}
${smsTable(held, visitor)}`;
}

/** @param visitor whose forms stand beside what can be decided; without one nothing can */
export function smsTable(messages: readonly OutboxSms[], visitor?: Visitor): Html {
  return html`<div class="scroll"><table class="stack">
<thead><tr><th scope="col">İstendi</th><th scope="col">Numara</th><th scope="col">Metin</th><th scope="col">Boy</th><th scope="col">Durum</th></tr></thead>
<tbody>${messages.map((sms) => {
    const [words, look] = stateWords[sms.state];
    return html`<tr>
<td class="nowrap">${formatDateTime(sms.requested_at)}</td>
<td class="nowrap">${maskPhone(sms.recipient)}</td>
<td class="message">${sms.text}</td>
<td>${sms.segments}</td>
<td><span class="${look}">${words}</span>${times(sms)}${visitor !== undefined && sms.state === 'uncertain' && choices(sms, visitor)}</td>
</tr>`;
  })}</tbody></table></div>`;
}

function choices(sms: OutboxSms, { cookie }: Visitor): Html {
  const action = `/giden-kutusu/${encodeURIComponent(sms.sms_id)}`;
  return html`<div class="choices">
<form method="post" action="${action}/gonderilmis-say">${tokenField(cookie)}<button class="second" type="submit">Gönderilmiş say</button></form>
<form method="post" action="${action}/yeniden-gonder">${tokenField(cookie)}<button class="second" type="submit">Yeniden gönder</button></form>
</div>`;
}

function times(sms: OutboxSms): Html {
  const isRetry = (sms.state === 'waiting' || sms.state === 'blocked') && sms.attempts > 0;
  return html`<div class="small faint">
${sms.settled_at !== null && html`<div class="nowrap">${formatDateTime(sms.settled_at)}</div>`}
${isRetry && sms.next_try_at !== null && html`<div>${sms.attempts} deneme oldu; yeniden: ${formatDateTime(sms.next_try_at)}</div>`}
${sms.doubted_at !== null && sms.attempted_at !== null && html`<div>Denendi: ${formatDateTime(sms.attempted_at)}</div>`}
${sms.detail !== '' && html`<div>${sms.detail}</div>`}
</div>`;
}
