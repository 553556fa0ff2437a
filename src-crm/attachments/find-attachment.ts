import type { Kysely, Transaction } from 'kysely';
import type { GatewayAttachment } from '../../src-shared/contract/gateway-attachments.ts';
import type { Database } from '../db/schema.ts';

export type AttachmentRefusal = 'not_found' | 'other_branch' | 'invalid_input' | 'wrong_content';
export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: AttachmentRefusal };

export type KnownAttachment = GatewayAttachment & { readonly sha256: string };

/** A branch's file and how much of it is here. */
export async function findAttachment(
  db: Kysely<Database> | Transaction<Database>,
  branch: string,
  id: string,
): Promise<Found<KnownAttachment>> {
  const row = await db
    .selectFrom('attachments')
    .leftJoin('attachment_content', 'attachment_content.attachment_id', 'attachments.id')
    .select(['branch', 'size', 'sha256', 'is_withdrawn', 'received', 'is_complete'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return { ok: false, refusal: 'not_found' };
  if (row.branch !== branch) return { ok: false, refusal: 'other_branch' };
  const { size, sha256, is_withdrawn: isWithdrawn } = row;
  return {
    ok: true,
    value: {
      ...{ id, size, sha256, isWithdrawn },
      received: row.received ?? 0,
      isComplete: row.is_complete ?? false,
    },
  };
}

export function stateOf({ sha256: _, ...state }: KnownAttachment): GatewayAttachment {
  return state;
}
