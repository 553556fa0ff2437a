import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { type Html, html } from '../html.ts';
import { notice, type Page } from '../layout.ts';

const back = html`<p class="small"><a href="/basvuru">‹ Konular</a></p>`;

/** Where to go with a topic that has no form here; undefined where it has one. */
export function elsewhereView(topic: Topic): Page | undefined {
  if (topic.group === 'retail') return { title: topic.label, body: retailView(topic) };
  if (topic.specialCategory === true) return { title: topic.label, body: specialView(topic) };
  return undefined;
}

function retailView({ label }: Topic): Html {
  return html`${back}
<h1>${label}</h1>
<p class="notice plain"><strong>Bu konuya dağıtım şirketi bakmaz; buradan başvuru alınmaz.</strong></p>
${supplierWords()}`;
}

/** How to reach whoever sells the electricity. */
export function supplierWords(): Html {
  return html`<p>Fatura, borç, abonelik (perakende satış sözleşmesi), güvence bedeli ve tarife, elektriği size satan şirketin işidir: görevli tedarik şirketi <strong>Osmangazi Elektrik Perakende Satış A.Ş. (OEPSAŞ)</strong> ya da kendi seçtiğiniz tedarikçi.</p>
<ul><li>Tedarikçinizin adı ve müşteri hizmetleri numarası faturanızın üzerinde yazar; oradan arayın.</li>
<li>Tedarikçiniz OEPSAŞ ise müşteri hizmetleri merkezlerine de başvurabilirsiniz.</li>
<li>Kimden elektrik aldığınızı bilmiyorsanız <a href="tel:186">186</a>’ya sorun.</li></ul>`;
}

/** Health data needs explicit consent with a signature of its own (KVKK md. 6), which a form can't take. */
function specialView({ label }: Topic): Html {
  return html`${back}
<h1>${label}</h1>
<p class="lead">Bu kayıt sağlık bilgisi içerir; internet formuyla alınmaz.</p>
<div class="card"><p>Sağlık verisi, ayrı bir açık rıza metni imzalanmadan işlenmez. Kayıt için:</p>
<ul><li>Sağlık raporu ve kimliğinizle en yakın çözüm noktasına gelin; yerinize vekiliniz de gelebilir,</li>
<li>ya da yazılı başvurun; rıza metni size gönderilir.</li></ul>
<p>Cihaza bağlı birinin elektriği kesildiyse ya da kesilecekse <a href="tel:186">186</a>’yı, hayati tehlikede hemen <a href="tel:112">112</a>’yi arayın.</p></div>`;
}

export function noTopicView(): Page {
  return {
    title: 'Konu bulunamadı',
    status: 404,
    body: html`<h1>Böyle bir konu yok</h1><p>Adres yanlış ya da konu kullanımdan kalkmış olabilir. <a href="/basvuru">Konular listesinden seçin.</a></p>`,
  };
}

/** The branch has switched the channel off. */
export function closedView(): Page {
  return {
    title: 'Form kapalı',
    status: 503,
    body: html`<h1>İnternet formu şu anda hizmette değil</h1>
${notice('bad', 'Buradan başvuru alınmıyor; yazacaklarınız kaydedilmez.')}
<p>Başvurunuz için <a href="tel:186">186</a>’yı arayın ya da bir çözüm noktasına gelin.</p>`,
  };
}
