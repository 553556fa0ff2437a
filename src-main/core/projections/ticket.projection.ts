import type { Insertable, Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldTicket, type TicketState } from '../../../src-shared/ledger/reduce-ticket.ts';
import type { Schema, TicketsTable } from '../db/schema.ts';

export async function projectTicket(
  trx: Transaction<Schema>,
  _stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const state = foldTicket(entries);
  if (state === undefined) return;
  const record = recordOf(state);
  await trx
    .insertInto('tickets')
    .values(record)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(record))
    .execute();
}

function recordOf(state: TicketState): Insertable<TicketsTable> {
  return {
    id: state.id,
    branch_code: state.branchCode,
    service_day: state.serviceDay,
    category_code: state.categoryCode,
    category_name: state.categoryName,
    number: state.number,
    label: state.label,
    priority: state.priority ? 1 : 0,
    status: state.status,
    queue_day: state.queueDay,
    issued_at: state.issuedAt,
    target_kind: state.target?.kind ?? null,
    target_code: state.target?.code ?? null,
    target_name: state.target?.name ?? null,
    transfers: state.transfers,
    called_at: state.calledAt,
    ended_ticket_id: state.endedTicketId,
    serving_at: state.servingAt,
    held_at: state.heldAt,
    ended_at: state.endedAt,
    recalls: state.recalls,
    desk_code: state.desk?.deskCode ?? null,
    desk_name: state.desk?.deskName ?? null,
    follow_code: state.followCode ?? null,
  };
}
