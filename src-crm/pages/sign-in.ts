import type { FastifyInstance } from 'fastify';
import { checkPassword, type Member } from '../access/members.ts';
import { beginSession, endSession } from '../access/sessions.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { html } from './html.ts';
import { notice, type Page, sendPage, tokenField } from './layout.ts';
import {
  clearSession,
  fieldsOf,
  isOwnForm,
  sessionOf,
  setSession,
  type Visitor,
  visitorOf,
} from './visitor.ts';

/** An office behind one address can sign in; passwords are generated, so this is against load, not guessing. */
const signInLimit = { rateLimit: { max: 20, timeWindow: '1 minute' } };
/** Longer ones are not hashed: argon2 would work for whoever sends megabytes. */
const longestPassword = 200;

export function signInPages(parts: GatewayParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/giris', async (request, reply) => {
      const visitor = await visitorOf(parts, request, reply);
      if (visitor.member) return reply.redirect(homeOf(visitor.member), 303);
      return sendPage(reply, signInPage(visitor));
    });

    app.post('/giris', { config: signInLimit }, async (request, reply) => {
      const visitor = await visitorOf(parts, request, reply);
      const fields = fieldsOf(request);
      const username = (fields.kullanici ?? '').trim().toLowerCase();
      if (!isOwnForm(visitor, fields)) {
        const words = 'Form doğrulanamadı. Sayfa yenilendi; yeniden giriş yapın.';
        return sendPage(reply, { ...signInPage(visitor, username, words), status: 403 });
      }
      const password = fields.parola ?? '';
      const member =
        password.length > longestPassword ? undefined : await checkPassword(parts.db, username, password);
      if (member === undefined) {
        const words = 'Kullanıcı adı ya da parola yanlış.';
        return sendPage(reply, { ...signInPage(visitor, username, words), status: 401 });
      }
      setSession(request, reply, await beginSession(parts.db, parts.clock, member.username));
      return reply.redirect(homeOf(member), 303);
    });

    app.post('/cikis', async (request, reply) => {
      const visitor = await visitorOf(parts, request, reply);
      const session = sessionOf(request);
      if (session !== undefined && isOwnForm(visitor, fieldsOf(request))) {
        await endSession(parts.db, session);
        clearSession(reply);
      }
      return reply.redirect('/giris', 303);
    });
  };
}

export function homeOf(member: Member): string {
  return member.role === 'operator' ? '/giden-kutusu' : '/ekip';
}

function signInPage(visitor: Visitor, username = '', trouble?: string): Page {
  const invalid = trouble === undefined ? 'false' : 'true';
  return {
    title: 'Giriş',
    visitor,
    body: html`<h1>Giriş</h1>
<p class="lead">Ekip üyeleri ve işletmenler için.</p>
${trouble !== undefined && notice('bad', trouble)}
<div class="card"><form method="post" action="/giris">
${tokenField(visitor.cookie)}
<label for="kullanici">Kullanıcı adı</label>
<input type="text" id="kullanici" name="kullanici" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="40" aria-invalid="${invalid}" required>
<label for="parola">Parola</label>
<input type="password" id="parola" name="parola" autocomplete="current-password" maxlength="200" aria-invalid="${invalid}" required>
<button type="submit">Giriş yap</button>
</form></div>`,
  };
}
