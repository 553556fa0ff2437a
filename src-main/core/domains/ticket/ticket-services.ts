import type { Desk } from '../../../../src-shared/contract/session.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import type { Role } from '../../../../src-shared/ledger/other-entries.ts';
import { addDays } from '../../../../src-shared/rules/local-day.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Numbers } from '../../branch/numbers.ts';
import { type Context, deskOf, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import type { Night } from './night.ts';
import { ticketById } from './ticket.repo.ts';

export type TicketServices = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly night: Pick<Night, 'closeEarlierDays'>;
  readonly numbers: Pick<Numbers, 'ready' | 'series'>;
};

/** The service day, in İstanbul. */
export function today(clock: Clock): string {
  return localDay(new Date(clock.now()).toISOString());
}

/** Milliseconds until the next service day begins. */
export function untilMidnight(clock: Clock): number {
  return Date.parse(`${addDays(today(clock), 1)}T00:00:00.000+03:00`) - clock.now();
}

const overseers: readonly Role[] = ['supervisor', 'administrator'];

/** Of the desk that has it; a supervisor also mends what a desk has left behind. */
export function mayEnd(context: Context, ticket: Ticket): boolean {
  return !isInRoom(ticket) && (isAt(deskOf(context), ticket) || overseers.includes(userOf(context).role));
}

export function isAt(desk: Desk, ticket: Ticket): boolean {
  return ticket.desk?.deskCode === desk.deskCode && !isInRoom(ticket);
}

/** Called to a meeting room, or inside: moved with its meeting alone. A room may have the code of a desk. */
export function isInRoom({ status, target }: Ticket): boolean {
  return target?.kind === 'room' && (status === 'called' || status === 'serving');
}

export const ticketStream = (id: string) => ({ kind: 'ticket', id }) as const;

/** The ticket as the unit of work leaves it. */
export async function readBack(work: Work, ticketId: string): Promise<Ticket> {
  await work.settle();
  const ticket = await ticketById(work.trx, ticketId);
  if (ticket === undefined) throw new Error('A ticket that was just written is not in its table');
  return ticket;
}
