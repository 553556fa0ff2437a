import type { PublishedText } from '../../../src-shared/rules/texts.ts';
import { type Html, html } from '../html.ts';
import type { FormState } from './fields.ts';
import { noticeId } from './form-names.ts';

/**
 * Information, before anything about a person is written (KVKK md. 10). Nothing is ticked: that it was shown is
 * recorded, and consent would be another act (Tebliğ md. 5/1-f).
 */
export function noticeView({ errors }: FormState, notice: PublishedText): Html {
  const error = errors.get(noticeId);
  return html`<section class="card" aria-labelledby="aydinlatma-baslik">
<h2 id="aydinlatma-baslik">Kişisel verileriniz hakkında bilgi</h2>
<p>Aşağıdaki alanlara kişisel bilgilerinizi yazmadan önce bilginize sunulur. Onay istenmez; başvuru için rıza gerekmez.</p>
${error !== undefined && html`<span class="error" id="aydinlatma-hata">${error}</span>`}
<div class="reading" id="${noticeId}" tabindex="0" role="region" aria-label="Aydınlatma metni">
<h3>${notice.title}</h3>
${notice.body.map((paragraph) => html`<p>${paragraph}</p>`)}
</div>
<input type="hidden" name="aydinlatma" value="${noticeValue(notice)}">
</section>`;
}

/** Stands for the notice in the posted form, so that the record says which wording was on the page. */
function noticeValue({ code, version }: PublishedText): string {
  return `${code}/${version}`;
}
