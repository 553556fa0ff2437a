import { capacities } from '../../../src-shared/ledger/application-entries.ts';
import type { Capacity } from '../../../src-shared/rules/capacity.ts';
import { needsEvidence } from '../../../src-shared/rules/capacity.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { capacityWords } from '../../../src-shared/text/words.ts';
import { type Html, html } from '../html.ts';
import { type FormState, type Option, radioField, selectField, textField } from './fields.ts';

const kinds: readonly Option[] = [
  { value: 'person', label: 'Kişi' },
  { value: 'company', label: 'Şirket ya da kuruluş' },
  { value: 'public_body', label: 'Kamu kurumu' },
];
const anonymous: Option = {
  value: 'anonymous',
  label: 'Kimliğimi vermeden ihbar ediyorum',
  hint: 'Ad ve kimlik numarası yazmayın. Telefon yazarsanız yalnız SMS ile bilgi verilir.',
};

export function applicantView(state: FormState, topic: Topic): Html {
  return html`<section class="card" aria-labelledby="basvuran-baslik">
<h2 id="basvuran-baslik">Başvuran</h2>
${radioField(state, {
  name: 'basvuran',
  label: 'Başvuran kim?',
  options: mayBeAnonymous(topic) ? [...kinds, anonymous] : kinds,
})}
${textField(state, {
  name: 'ad',
  label: 'Ad soyad ya da unvan',
  autocomplete: 'name',
  max: 200,
  isOptional: mayBeAnonymous(topic),
})}
${textField(state, {
  name: 'kimlik',
  label: 'T.C. kimlik ya da vergi numarası',
  hint: 'Kişi için 11, şirket için 10 rakam.',
  inputmode: 'numeric',
  max: 20,
  isOptional: true,
})}
${selectField(state, {
  name: 'sifat',
  label: 'Hangi sıfatla başvuruyorsunuz?',
  options: capacitiesFor(topic).map((value) => ({ value, label: capacityWords[value] })),
  isOptional: false,
})}
${textField(state, {
  name: 'belge',
  label: 'Sıfatınızı gösteren belge',
  hint: `Yalnız şu sıfatlar için: ${evidenced.map((value) => capacityWords[value]).join(', ')}. Belgenin adını yazın; aslı sonra istenir. Örnek: vekâletname`,
  max: 300,
  isOptional: true,
})}
</section>`;
}

const evidenced = capacities.filter(needsEvidence);

export function mayBeAnonymous({ code }: Topic): boolean {
  return code === 'illegal_use_report';
}

/** Only a report comes from an informant. */
function capacitiesFor({ types }: Topic): readonly Capacity[] {
  const isReport = types?.includes('report') === true;
  return capacities.filter((capacity) => capacity !== 'informant' || isReport);
}

const replies: readonly Option[] = [
  { value: 'telephone', label: 'Telefon', hint: 'Sonuç için aranırsınız; sonuç SMS ile de bildirilir.' },
  { value: 'email', label: 'E-posta' },
  { value: 'written', label: 'Yazılı', hint: 'Yukarıda yazdığınız adrese mektupla.' },
];

export function contactView(state: FormState): Html {
  return html`<section class="card" aria-labelledby="iletisim-baslik">
<h2 id="iletisim-baslik">İletişim ve dönüş</h2>
${textField(state, {
  name: 'cep',
  label: 'Cep telefonu',
  hint: 'Başvuru numaranız ve takip kodunuz bu numaraya SMS ile gönderilir. Örnek: 0532 123 45 67',
  type: 'tel',
  autocomplete: 'tel',
  max: 30,
  isOptional: true,
})}
${textField(state, { name: 'sabit', label: 'Sabit telefon', type: 'tel', max: 30, isOptional: true })}
${textField(state, {
  name: 'eposta',
  label: 'E-posta',
  type: 'email',
  autocomplete: 'email',
  max: 200,
  isOptional: true,
})}
${radioField(state, { name: 'donus', label: 'Size nasıl dönelim?', options: replies })}
</section>`;
}
