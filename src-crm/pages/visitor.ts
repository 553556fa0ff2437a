import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Member } from '../access/members.ts';
import { formToken, memberOfSession } from '../access/sessions.ts';
import type { GatewayParts } from '../gateway-parts.ts';
import { randomToken } from '../lib/ids.ts';

export type Visitor = {
  readonly member: Member | undefined;
  /** What this browser's forms are bound to: the session's token, or one for the visit before sign-in. */
  readonly cookie: string;
};

const sessionCookie = 'oturum';
const visitCookie = 'ziyaret';

/** Who is looking; gives a browser without a session a cookie to bind its sign-in form to. */
export async function visitorOf(
  parts: GatewayParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visitor> {
  const session = request.cookies[sessionCookie];
  const member = session && (await memberOfSession(parts.db, parts.clock, session));
  if (session && member) return { member, cookie: session };
  const visit = request.cookies[visitCookie] ?? randomToken();
  if (request.cookies[visitCookie] === undefined) setCookie(request, reply, visitCookie, visit);
  return { member: undefined, cookie: visit };
}

export function setSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  setCookie(request, reply, sessionCookie, token);
}

export function clearSession(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, { path: '/' });
}

export function sessionOf(request: FastifyRequest): string | undefined {
  return request.cookies[sessionCookie];
}

function setCookie(request: FastifyRequest, reply: FastifyReply, name: string, value: string): void {
  const secure = request.protocol === 'https';
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

const formSchema = z.record(z.string(), z.string());

/** The fields of a posted form; one that came twice or is no text makes the form empty. */
export function fieldsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const parsed = formSchema.safeParse(request.body);
  return parsed.success ? parsed.data : {};
}

/** Whether a form was made by this server for this browser. */
export function isOwnForm(visitor: Visitor, fields: Readonly<Record<string, string>>): boolean {
  const expected = Buffer.from(formToken(visitor.cookie));
  const shown = Buffer.from(fields.form ?? '');
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}
