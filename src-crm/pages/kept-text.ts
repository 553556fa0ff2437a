import { html } from './html.ts';
import { notice, type Page } from './layout.ts';
import type { Visitor } from './visitor.ts';

/** For who wrote longer than the session lasted: nothing is saved, but nothing is lost either. */
export function keptTextPage(visitor: Visitor, text: string): Page {
  return {
    title: 'Oturum sona erdi',
    status: 401,
    visitor,
    body: html`<h1>Oturumunuz sona ermiş</h1>
${notice('bad', 'Yazdığınız metin kaydedilmedi; aşağıda duruyor.')}
<div class="card">
<label for="metin">Metniniz</label>
<textarea id="metin" rows="10" readonly>${text}</textarea>
<p>Metni kopyalayın, <a href="/giris" target="_blank" rel="noopener">yeni sekmede giriş yapın</a> ve başvuruya yapıştırın.</p>
</div>`,
  };
}
