import type { FastifyReply } from 'fastify';
import { formToken } from '../access/sessions.ts';
import { type Html, html, markupOf } from './html.ts';
import type { Visitor } from './visitor.ts';

export type Page = {
  readonly title: string;
  readonly body: Html;
  readonly visitor?: Visitor | undefined;
  readonly status?: number;
  /** Narrow for forms and reading, wide for tables. */
  readonly width?: 'narrow' | 'wide';
  /** For consumers: the company's name stands above it, and the pages that they use. */
  readonly isPublic?: boolean;
};

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .code(page.status ?? 200)
    .headers(securityHeaders)
    .type('text/html; charset=utf-8')
    .send(markupOf(frame(page)));
}

/** A page for everybody. */
export function sendPublicPage(reply: FastifyReply, page: Omit<Page, 'visitor'>): FastifyReply {
  return sendPage(reply, { ...page, isPublic: true });
}

function frame({ title, body, visitor, width = 'narrow', isPublic = false }: Page): Html {
  return html`<!doctype html>
<html lang="tr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${isPublic ? 'OEDAŞ' : 'Banko'}</title>
<link rel="stylesheet" href="/stil.css">
<link rel="icon" href="/simge.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#icerik">İçeriğe geç</a>
<header class="bar"><div class="inner${isPublic && ' narrow'}">
${isPublic ? publicMenu : html`<a class="brand" href="/">Banko <span>CRM</span></a>`}
${visitor?.member && menu(visitor)}
</div></header>
<main id="icerik" class="${width}">
${body}
</main>
</body>
</html>
`;
}

const publicMenu = html`<a class="brand" href="/basvuru">OEDAŞ <span>Başvuru</span></a>
<nav aria-label="Ana menü"><a href="/basvuru">Başvuru yap</a> <a href="/takip">Başvuru takibi</a></nav>`;

function menu({ member, cookie }: Visitor): Html {
  const home = member?.role === 'operator' ? ['/giden-kutusu', 'Giden kutusu'] : ['/ekip', 'Ekip kutusu'];
  return html`<nav aria-label="Ana menü"><a href="${home[0]}">${home[1]}</a></nav>
<form class="sign-out" method="post" action="/cikis">
<span class="who">${member?.displayName}</span>${tokenField(cookie)}
<button class="quiet" type="submit">Çıkış</button>
</form>`;
}

/** Every form that changes something carries it; see `formToken`. */
export function tokenField(cookie: string): Html {
  return html`<input type="hidden" name="form" value="${formToken(cookie)}">`;
}

export function notice(kind: 'good' | 'bad', words: string): Html {
  return html`<p class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${words}</p>`;
}
