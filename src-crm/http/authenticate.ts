import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { type ApiKey, findApiKey } from '../access/api-keys.ts';
import type { Database } from '../db/schema.ts';
import { refuse } from './errors.ts';

type KeyOf<Kind extends ApiKey['kind']> = Extract<ApiKey, { readonly kind: Kind }>;

const shown = new WeakMap<FastifyRequest, ApiKey>();

const otherKind = {
  counter: 'Bu anahtar başvuru almak içindir; bankonun kendi anahtarı gerekir.',
  intake: 'Bu anahtar bir bankonundur; başvuru almak için alım anahtarı gerekir.',
} as const satisfies Record<ApiKey['kind'], string>;

/**
 * Lets through who shows a key of that kind in use; runs before the body is read. A key of the other kind is refused
 * as an unknown one is, so that a counter that was given it says that its key must be changed.
 */
export function requireApiKey(db: Kysely<Database>, kind: ApiKey['kind'] = 'counter') {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const apiKey = /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1];
    const key = apiKey === undefined ? undefined : await findApiKey(db, apiKey);
    if (key === undefined) return refuse(reply, 'unknown_key');
    if (key.kind !== kind) return refuse(reply, 'unknown_key', { message: otherKind[kind] });
    shown.set(request, key);
    return undefined;
  };
}

export function branchOf(request: FastifyRequest): string {
  const key = shown.get(request);
  if (key?.kind !== 'counter') throw new Error('A route without requireApiKey asked for the branch');
  return key.branch;
}

export function intakeKeyOf(request: FastifyRequest): KeyOf<'intake'> {
  const key = shown.get(request);
  if (key?.kind !== 'intake') throw new Error('A route without requireApiKey asked for the intake key');
  return key;
}
