import { assertNever } from '../text/assert-never.ts';
import type { PrintJob } from './application-state.ts';
import { type Entry, inOrder } from './entry.ts';
import { isOneOf, type KnownEntry, knownEntry, type PayloadOf } from './entry-types.ts';
import { ticketEntries } from './other-entries.ts';
import { isPrintEntry, reducePrints } from './reduce-prints.ts';

export const ticketStates = ['waiting', 'called', 'serving', 'served', 'no_show'] as const;
export type TicketStatus = (typeof ticketStates)[number];

/** One queue ticket as the fold of its stream sees it. */
export type TicketState = PayloadOf<'ticket.issued'> & {
  readonly id: string;
  readonly status: TicketStatus;
  readonly issuedAt: string;
  readonly desk: { readonly deskCode: string; readonly deskName: string } | null;
  readonly calledAt: string | null;
  readonly recalls: number;
  readonly servingAt: string | null;
  readonly endedAt: string | null;
  readonly prints: readonly PrintJob[];
};

export type TicketMove =
  | 'ticket.called'
  | 'ticket.recalled'
  | 'ticket.serving'
  | 'ticket.served'
  | 'ticket.no_show';

/** Which states a move may start from; from any other it changes nothing. */
export const ticketMoves: Record<TicketMove, readonly TicketStatus[]> = {
  'ticket.called': ['waiting'],
  'ticket.recalled': ['called'],
  'ticket.serving': ['called'],
  'ticket.served': ['called', 'serving'],
  'ticket.no_show': ['called'],
};

/** The state after all of a ticket's entries; undefined until its issue has arrived. */
export function foldTicket(entries: readonly Entry[]): TicketState | undefined {
  const known = inOrder(entries).flatMap((entry) => knownEntry(entry) ?? []);
  const issue = known.find((item) => item.type === 'ticket.issued');
  if (issue === undefined) return undefined;
  return [issue, ...known.filter((item) => item !== issue)].reduce<TicketState | undefined>(
    reduceTicket,
    undefined,
  );
}

/** One step of the fold. Pure; `state` is undefined only before the issue. */
export function reduceTicket(state: TicketState | undefined, known: KnownEntry): TicketState | undefined {
  if (state === undefined)
    return known.type === 'ticket.issued' ? begin(known.entry, known.payload) : undefined;
  if (isPrintEntry(known)) return { ...state, prints: reducePrints(state.prints, known) };
  if (!isOneOf(known, ticketEntries)) return state;
  const { at } = known.entry;
  switch (known.type) {
    case 'ticket.called':
      return moved(state, known.type, { status: 'called', desk: known.payload, calledAt: at });
    case 'ticket.recalled':
      return moved(state, known.type, { recalls: state.recalls + 1 });
    case 'ticket.serving':
      return moved(state, known.type, { status: 'serving', desk: known.payload, servingAt: at });
    case 'ticket.served':
      return moved(state, known.type, { status: 'served', endedAt: at });
    case 'ticket.no_show':
      return moved(state, known.type, { status: 'no_show', endedAt: at });
    case 'ticket.issued':
      return state;
    default:
      return assertNever(known);
  }
}

function begin(entry: Entry, payload: PayloadOf<'ticket.issued'>): TicketState {
  return {
    ...payload,
    id: entry.stream.id,
    status: 'waiting',
    issuedAt: entry.at,
    desk: null,
    calledAt: null,
    recalls: 0,
    servingAt: null,
    endedAt: null,
    prints: [],
  };
}

function moved(state: TicketState, move: TicketMove, change: Partial<TicketState>): TicketState {
  return ticketMoves[move].includes(state.status) ? { ...state, ...change } : state;
}
