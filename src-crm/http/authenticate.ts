import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { branchOfKey } from '../access/api-keys.ts';
import type { Database } from '../db/schema.ts';
import { refuse } from './errors.ts';

const branches = new WeakMap<FastifyRequest, string>();

/** Lets through who shows a key in use; runs before the body is read. */
export function requireApiKey(db: Kysely<Database>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const apiKey = /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1];
    const branch = apiKey === undefined ? undefined : await branchOfKey(db, apiKey);
    if (branch === undefined) return refuse(reply, 'unknown_key');
    branches.set(request, branch);
    return undefined;
  };
}

export function branchOf(request: FastifyRequest): string {
  const branch = branches.get(request);
  if (branch === undefined) throw new Error('A route without requireApiKey asked for the branch');
  return branch;
}
