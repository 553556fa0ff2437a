import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayParts } from '../gateway-parts.ts';
import { logInternal } from '../http/errors.ts';
import { homePage } from './home-page.ts';
import { html } from './html.ts';
import { notice, sendPage } from './layout.ts';
import { outboxPage } from './outbox-page.ts';
import { signInPages } from './sign-in.ts';
import { icon, stylesheet } from './style.ts';
import { teamFilePages } from './team-file-page.ts';
import { teamInboxPage } from './team-inbox-page.ts';
import { trackingPage } from './tracking-page.ts';
import { webForm } from './web-form/web-form.ts';

const aDay = 'public, max-age=86400';

/** Server-rendered, without scripts. */
export function pages(parts: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.setErrorHandler(answerPageError);
    app.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true };
    });
    await app.register(homePage(parts));
    await app.register(signInPages(parts));
    await app.register(teamInboxPage(parts));
    await app.register(teamFilePages(parts));
    await app.register(outboxPage(parts));
    await app.register(trackingPage(parts));
    await app.register(webForm(parts));
    app.get('/stil.css', async (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', aDay).send(stylesheet),
    );
    app.get('/simge.svg', async (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', aDay).send(icon),
    );
  };
}

function answerPageError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.statusCode === 429) {
    return sendPage(reply, {
      title: 'Biraz bekleyin',
      status: 429,
      body: html`<h1>Biraz bekleyin</h1>${notice('bad', 'Bu adresten kısa sürede çok fazla deneme yapıldı. Bir dakika sonra yeniden deneyin.')}`,
    });
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return sendPage(reply, {
      title: 'İstek okunamadı',
      status: error.statusCode,
      body: html`<h1>İstek okunamadı</h1><p>Gönderilen form geçerli değil ya da çok büyük. Geri dönüp yeniden deneyin.</p>`,
    });
  }
  const errorId = logInternal(error, request);
  return sendPage(reply, {
    title: 'Hata',
    status: 500,
    body: html`<h1>Beklenmeyen bir hata oldu</h1><p>Biraz sonra yeniden deneyin. Sürerse şu numarayı bildirin: <strong>${errorId}</strong></p>`,
  });
}
