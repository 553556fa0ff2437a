import type { Transaction } from 'kysely';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { type TicketStatus, ticketStates } from '../../../../src-shared/ledger/reduce-ticket.ts';
import type { Schema, TicketRow } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export async function ticketById(db: Reader, id: string): Promise<Ticket | undefined> {
  const row = await db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : ticketOf(row);
}

export async function ticketsOfDay(
  db: Reader,
  serviceDay: string,
  states: readonly TicketStatus[],
): Promise<readonly Ticket[]> {
  const rows = await db
    .selectFrom('tickets')
    .selectAll()
    .where('service_day', '=', serviceDay)
    .where('status', 'in', states)
    .orderBy('issued_at')
    .execute();
  return rows.map(ticketOf);
}

export async function countTickets(db: Reader, serviceDay: string, status?: TicketStatus): Promise<number> {
  let query = db
    .selectFrom('tickets')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('service_day', '=', serviceDay);
  if (status !== undefined) query = query.where('status', '=', status);
  return (await query.executeTakeFirstOrThrow()).count;
}

/** What a desk has called or is serving today; a desk has one at a time. */
export async function activeAtDesk(
  db: Reader,
  serviceDay: string,
  deskCode: string,
): Promise<Ticket | undefined> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('desk_code', '=', deskCode)
    .where('status', 'in', ['called', 'serving'])
    .where('service_day', '=', serviceDay)
    .orderBy('called_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : ticketOf(row);
}

/**
 * Gives the next number of a category on a service day away, for good. Also right after a restored backup:
 * it goes on from the highest number that this store has ever seen.
 */
export async function takeTicketNumber(
  trx: Transaction<Schema>,
  place: { readonly branchCode: string; readonly serviceDay: string; readonly categoryCode: string },
  firstNumber: number,
): Promise<number> {
  const { highest } = await trx
    .selectFrom('tickets')
    .select((select) => select.fn.max('number').as('highest'))
    .where('branch_code', '=', place.branchCode)
    .where('service_day', '=', place.serviceDay)
    .where('category_code', '=', place.categoryCode)
    .executeTakeFirstOrThrow();
  const number = Math.max(firstNumber, (highest ?? 0) + 1);
  const key = `ticket/${place.branchCode}/${place.serviceDay}/${place.categoryCode}/${number}`;
  await trx.insertInto('issued_numbers').values({ key }).execute();
  return number;
}

export function ticketOf(row: TicketRow): Ticket {
  return {
    id: row.id,
    label: row.label,
    categoryCode: row.category_code,
    categoryName: row.category_name,
    priority: row.priority === 1,
    status: oneOf(ticketStates, row.status),
    issuedAt: row.issued_at,
    calledAt: row.called_at,
    servingAt: row.serving_at,
    recalls: row.recalls,
    desk:
      row.desk_code === null || row.desk_name === null
        ? null
        : { deskCode: row.desk_code, deskName: row.desk_name },
  };
}
