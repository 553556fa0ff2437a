import type { FastifyInstance } from 'fastify';
import type { GatewayParts } from '../gateway-parts.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';
import { visitorOf } from './visitor.ts';

export function homePage(parts: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/', async (request, reply) =>
      sendPage(reply, {
        title: 'CRM ağ geçidi',
        visitor: await visitorOf(parts, request, reply),
        body: html`<h1>CRM ağ geçidi</h1>
<p class="lead">Bankolardan gelen başvuruları ekiplere taşır, cevapları geri götürür.</p>
<ul class="links">
<li><a href="/ekip"><strong>Ekip kutusu</strong>Ekibinize yönlendirilen başvurular</a></li>
<li><a href="/giden-kutusu"><strong>Giden kutusu</strong>İstenen SMS’ler ve teslim durumları</a></li>
<li><a href="/basvuru"><strong>Başvuru formu</strong>Tüketicilerin internet formu, herkese açık</a></li>
<li><a href="/takip"><strong>Başvuru takibi</strong>Takip koduyla, herkese açık</a></li>
</ul>`,
      }),
    );
  };
}
