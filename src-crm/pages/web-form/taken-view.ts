import { formatDate } from '../../../src-shared/text/format.ts';
import { formatTrackingCode } from '../../../src-shared/text/tracking-code.ts';
import type { Taken } from '../../intake/requests.ts';
import { type Html, html } from '../html.ts';
import { notice } from '../layout.ts';
import { code128Svg } from './bar-code.ts';

export type TakenPage = {
  readonly taken: Taken;
  readonly topicLabel: string;
  /** Whether a registration SMS goes out. */
  readonly hasSms: boolean;
  /** The form was sent again with other words, which were not taken. */
  readonly isChanged: boolean;
};

/** What the applicant keeps: number, code, what comes next and until when. Nothing about the person. */
export function takenView({ taken, topicLabel, hasSms, isChanged }: TakenPage): Html {
  const { applicationNo, trackingCode, dueAt } = taken;
  const code = formatTrackingCode(trackingCode);
  return html`${isChanged && notice('bad', 'Bu form daha önce gönderilmişti; sonradan yaptığınız değişiklikler kaydedilmedi. Eklemek istediklerinizi başvuru numaranızı söyleyerek 186’ya bildirin.')}
<h1>Başvurunuz alındı</h1>
<p class="lead">${topicLabel}</p>
<section class="card" aria-label="Başvuru belgesi">
<dl class="kept"><dt>Başvuru no</dt><dd><strong>${applicationNo}</strong></dd>
<dt>Takip kodu</dt><dd><strong class="code-shown">${code}</strong></dd>
<dt>Son tarih</dt><dd>En geç <strong>${formatDate(dueAt)}</strong> tarihine kadar sonuçlandırılır.</dd></dl>
${code128Svg(trackingCode, `Takip kodunun barkodu: ${code}`)}
<p class="small faint">Bu sayfa yazdırılabilir. Takip kodunuzu saklayın: başvurunuzun durumu onunla öğrenilir, başkasıyla paylaşmayın.</p>
</section>
<h2>Bundan sonra</h2>
<ol>
<li>${hasSms ? 'Başvuru numaranız ve takip kodunuz cep telefonunuza SMS ile gönderilir.' : 'Cep telefonu yazmadınız, SMS gönderilmez: takip kodunuzu not edin.'}</li>
<li>Başvurunuz incelenir, gerekiyorsa ilgili ekibe iletilir.</li>
<li>Sonuç, seçtiğiniz yoldan bildirilir.</li>
</ol>
<p class="no-print"><a href="/takip">Başvuruyu takip et</a> · <a href="/basvuru">Yeni başvuru</a></p>`;
}

/** Where the browser does not say which application is meant, or too long ago. */
export function nothingTakenView(): Html {
  return html`<h1>Gösterilecek başvuru yok</h1>
<p>Bu sayfa, başvurunuzu gönderdikten sonra bir saat görünür. Başvurunuzun durumunu takip kodunuzla öğrenebilirsiniz.</p>
<p><a href="/takip">Başvuru takibi</a> · <a href="/basvuru">Yeni başvuru</a></p>`;
}
