import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import type { PublishedText } from '../../../src-shared/rules/texts.ts';
import { applicationTypeWords } from '../../../src-shared/text/words.ts';
import { type Html, html } from '../html.ts';
import { tokenField } from '../layout.ts';
import { applicantView, contactView } from './applicant-view.ts';
import { type FormState, radioField, selectField, textArea, textField } from './fields.ts';
import type { FormErrors } from './form-names.ts';
import { noticeView } from './notice-view.ts';
import { placeOptions } from './places.ts';
import { topicFieldsView } from './topic-fields-view.ts';
import { hintOf, warningOf } from './topic-notes.ts';

export type FormPage = {
  readonly topic: Topic;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
  readonly cookie: string;
  readonly seal: string;
  readonly notice: PublishedText;
};

/** What a robot fills and nobody else sees. */
export const trapName = 'web_sitesi';

/** One page: what it is about, where, who, and how to answer. */
export function formView({ topic, values, errors, cookie, seal, notice }: FormPage): Html {
  const state: FormState = { values, errors: errors.atFields };
  const hint = hintOf(topic);
  return html`<p class="small"><a href="/basvuru">‹ Konular</a></p>
${warningOf(topic)}
<h1>${topic.label}</h1>
<p class="lead">${hint ?? 'Bilgileri doldurup gönderin; başvurunuz hemen kayda alınır.'}</p>
${errorSummary(errors)}
<form method="post" action="/basvuru/${topic.code}" novalidate>
${tokenField(cookie)}
<input type="hidden" name="muhur" value="${seal}">
<section class="card" aria-labelledby="konu-baslik">
<h2 id="konu-baslik">Başvurunuz</h2>
${typeView(state, topic)}
${topicFieldsView(state, topic)}
${textArea(state, {
  name: 'aciklama',
  label: 'Açıklama',
  hint: 'Ne oldu, ne istiyorsunuz? Gerekmedikçe sağlık, din gibi özel bilgiler ve başkalarının bilgilerini yazmayın.',
  rows: 6,
  max: 4000,
})}
</section>
${noticeView(state, notice)}
<section class="card" aria-labelledby="yer-baslik">
<h2 id="yer-baslik">Kullanım yeri ve adres</h2>
${selectField(state, { name: 'yer', label: 'İlçe ve il', options: placeOptions })}
${textField(state, { name: 'mahalle', label: 'Mahalle ya da köy', max: 120, isOptional: true })}
${textField(state, {
  name: 'sokak',
  label: 'Cadde, sokak',
  autocomplete: 'street-address',
  max: 160,
  isOptional: true,
})}
${textField(state, { name: 'kapi', label: 'Kapı ve daire no', max: 40, isOptional: true })}
${textField(state, {
  name: 'tesisat',
  label: 'Tesisat numarası',
  hint: 'Faturanızda yazar; 5 ile 12 rakam arasındadır.',
  inputmode: 'numeric',
  max: 20,
  isOptional: true,
})}
</section>
${applicantView(state, topic)}
${contactView(state)}
<div class="trap" aria-hidden="true"><label for="${trapName}">Bu alanı boş bırakın</label>
<input type="text" id="${trapName}" name="${trapName}" value="" tabindex="-1" autocomplete="off"></div>
<p class="actions"><button type="submit">Başvuruyu gönder</button></p>
<p class="small faint">Gönderdiğinizde başvurunuz kayda alınır; başvuru numaranız ve takip kodunuz gösterilir.</p>
</form>`;
}

function typeView(state: FormState, { types }: Topic): Html {
  const options = (types ?? []).map((value) => ({ value, label: applicationTypeWords[value] }));
  const [only, ...others] = options;
  return only !== undefined && others.length === 0
    ? html`<input type="hidden" name="tur" value="${only.value}">`
    : radioField(state, { name: 'tur', label: 'Başvurunuzun türü', options });
}

function errorSummary({ atFields, general }: FormErrors): Html | false {
  if (atFields.size === 0 && general.length === 0) return false;
  return html`<div class="notice bad" role="alert" tabindex="-1" autofocus id="hatalar">
<h2>Başvurunuz henüz gönderilmedi</h2>
${general.map((words) => html`<p>${words}</p>`)}
${
  atFields.size > 0 &&
  html`<p>${atFields.size === 1 ? 'Şu alanı düzeltin' : `Şu ${atFields.size} alanı düzeltin`}; yazdıklarınız duruyor.</p>
<ul>${[...atFields].map(([name, words]) => html`<li><a href="#${name}">${words}</a></li>`)}</ul>`
}</div>`;
}

/** What an untouched form begins with. */
export function firstValues({ code }: Topic, usualReply: string): Readonly<Record<string, string>> {
  return {
    donus: usualReply,
    ...(code === 'illegal_use_report' && { sifat: 'informant' }),
  };
}
