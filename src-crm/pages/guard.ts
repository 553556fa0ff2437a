import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Member } from '../access/members.ts';
import type { MemberRole } from '../db/schema.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';
import { homeOf } from './sign-in.ts';
import { type Visitor, visitorOf } from './visitor.ts';

export type SignedIn = Visitor & { readonly member: Member };

/** The signed-in member of that role; undefined once this has answered the request itself. */
export async function requireRole(
  parts: GatewayParts,
  role: MemberRole,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn | undefined> {
  const visitor = await visitorOf(parts, request, reply);
  const { member } = visitor;
  if (member === undefined) {
    reply.redirect('/giris', 303);
    return undefined;
  }
  if (member.role !== role) {
    sendPage(reply, {
      title: 'Yetkiniz yok',
      status: 403,
      visitor,
      body: html`<h1>Bu sayfaya yetkiniz yok</h1>
<p>${role === 'team' ? 'Ekip kutusu yalnız ekip üyelerine' : 'Giden kutusu yalnız işletmenlere'} açıktır.</p>
<p><a href="${homeOf(member)}">Kendi sayfanıza dönün</a></p>`,
    });
    return undefined;
  }
  return { ...visitor, member };
}
