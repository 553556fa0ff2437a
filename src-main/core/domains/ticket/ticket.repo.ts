import { sql, type Transaction } from 'kysely';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { ticketTargetSchema } from '../../../../src-shared/ledger/ticket-entries.ts';
import { type TicketStatus, ticketStates } from '../../../../src-shared/ledger/ticket-moves.ts';
import { laneSize, type NumberSeries, nextNumber } from '../../branch/number-bounds.ts';
import type { Schema, TicketRow } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export async function ticketById(db: Reader, id: string): Promise<Ticket | undefined> {
  const row = await db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : ticketOf(row);
}

/** What a phone may know of the number whose code it shows. */
export type FollowedTicket = Ticket & { readonly queueDay: string };

export async function ticketByFollowCode(db: Reader, code: string): Promise<FollowedTicket | undefined> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('follow_code', '=', code)
    // Written out as the index has it, or SQLite would not use it.
    .where('follow_code', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...ticketOf(row), queueDay: row.queue_day };
}

/** By time of arrival. */
export async function ticketsOfDay(
  db: Reader,
  queueDay: string,
  states: readonly TicketStatus[],
): Promise<readonly Ticket[]> {
  const rows = await db
    .selectFrom('tickets')
    .selectAll()
    .where('queue_day', '=', queueDay)
    .where('status', 'in', states)
    .orderBy('issued_at')
    .execute();
  return rows.map(ticketOf);
}

/** Who waits for a unit in a meeting room, by time of arrival. */
export async function waitingForRooms(db: Reader, queueDay: string): Promise<readonly Ticket[]> {
  const waiting = await ticketsOfDay(db, queueDay, ['waiting']);
  return waiting.filter(({ target }) => target?.kind === 'room');
}

export type OpenTicket = Ticket & { readonly queueDay: string };

/**
 * Who waits or is at a desk, in the queue of any day: what a day leaves undone is still here.
 * @param before only in the queues of days before this one
 */
export async function openTickets(db: Reader, before?: string): Promise<readonly OpenTicket[]> {
  let query = db
    .selectFrom('tickets')
    .selectAll()
    // Written out as the index has it, or SQLite would not use it.
    .where(sql<boolean>`status in ('waiting', 'called', 'serving', 'held')`)
    .orderBy('queue_day')
    .orderBy('issued_at');
  if (before !== undefined) query = query.where('queue_day', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({ ...ticketOf(row), queueDay: row.queue_day }));
}

export type WaitingForCall = Pick<Ticket, 'id' | 'categoryCode' | 'priority' | 'issuedAt' | 'target'>;

/** What the order of calling needs of those who wait, and no more: it is read at each call. */
export async function waitingForCall(db: Reader, queueDay: string): Promise<readonly WaitingForCall[]> {
  const rows = await db
    .selectFrom('tickets')
    .select(['id', 'category_code', 'priority', 'issued_at', 'target_kind', 'target_code', 'target_name'])
    .where('queue_day', '=', queueDay)
    .where('status', '=', 'waiting')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    categoryCode: row.category_code,
    priority: row.priority === 1,
    issuedAt: row.issued_at,
    target: targetOf(row),
  }));
}

export async function countIssued(db: Reader, serviceDay: string, categoryCode?: string): Promise<number> {
  let query = db
    .selectFrom('tickets')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('service_day', '=', serviceDay);
  if (categoryCode !== undefined) query = query.where('category_code', '=', categoryCode);
  return (await query.executeTakeFirstOrThrow()).count;
}

export async function countInQueue(db: Reader, queueDay: string, status: TicketStatus): Promise<number> {
  const { count } = await db
    .selectFrom('tickets')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('queue_day', '=', queueDay)
    .where('status', '=', status)
    .executeTakeFirstOrThrow();
  return count;
}

export type Call = { readonly at: number; readonly deskCode: string };

/** The latest call of each ticket of a day to a desk; a call to a room says nothing of the desks' pace. */
export async function callsOfDay(db: Reader, queueDay: string): Promise<readonly Call[]> {
  const rows = await db
    .selectFrom('tickets')
    .select(['called_at', 'desk_code'])
    .where('queue_day', '=', queueDay)
    .where('called_at', 'is not', null)
    .where(isAtDesk)
    .execute();
  return rows.flatMap(({ called_at, desk_code }) =>
    called_at === null || desk_code === null ? [] : [{ at: Date.parse(called_at), deskCode: desk_code }],
  );
}

/** What a desk has called or is serving today; a desk has one at a time. */
export async function activeAtDesk(
  db: Reader,
  queueDay: string,
  deskCode: string,
): Promise<Ticket | undefined> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('desk_code', '=', deskCode)
    .where('status', 'in', ['called', 'serving'])
    .where('queue_day', '=', queueDay)
    .where(isAtDesk)
    .orderBy('called_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : ticketOf(row);
}

const isAtDesk = sql<boolean>`target_kind is not 'room'`;

/** The ticket whose service the call of this one ended by itself. */
export async function endedByCallOf(db: Reader, ticketId: string): Promise<Ticket | undefined> {
  const row = await db
    .selectFrom('tickets')
    .select('ended_ticket_id')
    .where('id', '=', ticketId)
    .executeTakeFirst();
  const ended = row?.ended_ticket_id ?? null;
  return ended === null ? undefined : ticketById(db, ended);
}

export type NumberPlace = {
  readonly branchCode: string;
  readonly serviceDay: string;
  readonly categoryCode: string;
};

/** The latest number of a category on a day, without those of a lane (see `number-bounds.ts`); 0 before the first. */
export async function highestPlain(db: Reader, place: NumberPlace): Promise<number> {
  return highestBelow(db, place, 0, laneSize);
}

/**
 * Gives the next number of a category on a service day away, for good. Also right after a restored backup:
 * it goes on from the highest number that this store has ever seen. A label that stands in the day's queue
 * already is left out: one carried over from the day before, or of a category that had the letter.
 */
export async function takeTicketNumber(
  trx: Transaction<Schema>,
  place: NumberPlace,
  { letter, firstNumber }: { readonly letter: string; readonly firstNumber: number },
  series: NumberSeries,
): Promise<number> {
  const bottom = series.lane * laneSize;
  const given = {
    plain: await highestPlain(trx, place),
    inLane: await highestBelow(trx, place, bottom, bottom + laneSize),
  };
  let number = nextNumber(series, given, firstNumber);
  while (await isInQueue(trx, place.serviceDay, `${letter}${number}`)) {
    const isInLane = number >= laneSize;
    number = nextNumber(
      series,
      isInLane ? { ...given, inLane: number } : { ...given, plain: number },
      firstNumber,
    );
  }
  const key = `ticket/${place.branchCode}/${place.serviceDay}/${place.categoryCode}/${number}`;
  await trx.insertInto('issued_numbers').values({ key }).execute();
  return number;
}

async function isInQueue(db: Reader, queueDay: string, label: string): Promise<boolean> {
  const standing = await db
    .selectFrom('tickets')
    .select('id')
    .where('queue_day', '=', queueDay)
    .where('label', '=', label)
    .executeTakeFirst();
  return standing !== undefined;
}

async function highestBelow(
  db: Reader,
  { branchCode, serviceDay, categoryCode }: NumberPlace,
  from: number,
  below: number,
): Promise<number> {
  const { highest } = await db
    .selectFrom('tickets')
    .select((select) => select.fn.max('number').as('highest'))
    .where('service_day', '=', serviceDay)
    .where('category_code', '=', categoryCode)
    .where('branch_code', '=', branchCode)
    .where('number', '>=', from)
    .where('number', '<', below)
    .executeTakeFirstOrThrow();
  return highest ?? 0;
}

function ticketOf(row: TicketRow): Ticket {
  return {
    id: row.id,
    label: row.label,
    categoryCode: row.category_code,
    categoryName: row.category_name,
    priority: row.priority === 1,
    status: oneOf(ticketStates, row.status),
    serviceDay: row.service_day,
    issuedAt: row.issued_at,
    calledAt: row.called_at,
    servingAt: row.serving_at,
    heldAt: row.held_at,
    endedAt: row.ended_at,
    recalls: row.recalls,
    transfers: row.transfers,
    target: targetOf(row),
    desk:
      row.desk_code === null || row.desk_name === null
        ? null
        : { deskCode: row.desk_code, deskName: row.desk_name },
  };
}

function targetOf(row: Pick<TicketRow, 'target_kind' | 'target_code' | 'target_name'>) {
  if (row.target_kind === null) return null;
  return ticketTargetSchema.parse({ kind: row.target_kind, code: row.target_code, name: row.target_name });
}
