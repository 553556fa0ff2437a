import type { ticketEntries } from './ticket-entries.ts';

export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'held',
  'served',
  'no_show',
  'cancelled',
] as const;
export type TicketStatus = (typeof ticketStates)[number];

export type TicketMove = Exclude<keyof typeof ticketEntries, 'ticket.issued'>;

/** From which states a move leads where; from any other it changes nothing. The one table of the queue. */
export const ticketMoves = {
  'ticket.called': { waiting: 'called' },
  'ticket.recalled': { called: 'called' },
  'ticket.call_undone': { called: 'waiting' },
  'ticket.serving': { called: 'serving' },
  'ticket.held': { called: 'held', serving: 'held' },
  'ticket.resumed': { held: 'serving' },
  'ticket.served': { called: 'served', serving: 'served', held: 'served' },
  'ticket.service_reopened': { served: 'serving' },
  'ticket.no_show': { called: 'no_show' },
  'ticket.came_back': { no_show: 'waiting' },
  'ticket.transferred': { waiting: 'waiting', called: 'waiting', serving: 'waiting', held: 'waiting' },
  'ticket.cancelled': { waiting: 'cancelled', called: 'cancelled', held: 'cancelled' },
  'ticket.carried_over': { waiting: 'waiting' },
} as const satisfies Record<TicketMove, Partial<Record<TicketStatus, TicketStatus>>>;

/** The state that a move leads to; undefined where it may not be made. */
export function stateAfter(move: TicketMove, from: TicketStatus): TicketStatus | undefined {
  const ways: Partial<Record<TicketStatus, TicketStatus>> = ticketMoves[move];
  return ways[from];
}
