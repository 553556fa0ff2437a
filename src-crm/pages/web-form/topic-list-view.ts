import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { type Html, html } from '../html.ts';
import { supplierWords } from './elsewhere.ts';
import { retailTopics, topicGroups } from './topic-groups.ts';

/** How many of a topic's search words stand under it, where the browser's own search finds them. */
const wordsShown = 5;

export function topicListView(): Html {
  const retail = retailTopics();
  return html`<h1>Başvuru</h1>
<p class="lead">Önce konuyu seçin. Sayfada aramak için tarayıcınızın “bul” özelliğini kullanabilirsiniz (Ctrl+F).</p>
<div class="notice bad"><p><strong>Hayati tehlike varsa hemen <a href="tel:186">186</a> veya <a href="tel:112">112</a>’yi arayın.</strong></p></div>
<p>Fatura, borç, abonelik, güvence ve tarife konularına tedarik şirketiniz bakar: <a href="#tedarikci">nereye başvurulur?</a></p>
${topicGroups().map(
  ({ title, topics }, index) => html`<section aria-labelledby="grup-${index}">
<h2 id="grup-${index}">${title}</h2>
<ul class="topics">${topics.map(topicItem)}</ul></section>`,
)}
<section class="card" id="tedarikci" aria-labelledby="tedarikci-baslik">
<h2 id="tedarikci-baslik">Tedarik şirketinin konuları</h2>
<p><strong>${retail.map(({ label }) => label).join(' · ')}</strong></p>
${supplierWords()}
</section>
<p>Başvurunuz var mı? <a href="/takip">Takip koduyla durumunu öğrenin.</a></p>`;
}

function topicItem({ code, label, keywords }: Topic): Html {
  return html`<li><a href="/basvuru/${code}">${label}</a><span class="hint">${keywords.slice(0, wordsShown).join(', ')}</span></li>`;
}
