import { assertNever } from '../text/assert-never.ts';
import type { PrintJob } from './application-state.ts';
import { type Entry, inOrder } from './entry.ts';
import { isOneOf, type KnownEntry, type KnownOf, knownEntry, type PayloadOf } from './entry-types.ts';
import { isPrintEntry, reducePrints } from './reduce-prints.ts';
import { type TicketTarget, ticketEntries } from './ticket-entries.ts';
import { stateAfter, type TicketMove, type TicketStatus } from './ticket-moves.ts';

export type TicketDesk = { readonly deskCode: string; readonly deskName: string };

/** One queue ticket as the fold of its stream sees it. */
export type TicketState = PayloadOf<'ticket.issued'> & {
  readonly id: string;
  readonly status: TicketStatus;
  /** The time of arrival: it decides the place, also after a transfer or a late return. */
  readonly issuedAt: string;
  /** The day in whose queue it stands: the service day, or a later one that it was carried over to. */
  readonly queueDay: string;
  /** Where it was sent on to; null where whoever serves its category may call it. */
  readonly target: TicketTarget | null;
  readonly transfers: number;
  readonly desk: TicketDesk | null;
  readonly calledAt: string | null;
  /** The ticket whose service the latest call ended by itself. */
  readonly endedTicketId: string | null;
  readonly recalls: number;
  readonly servingAt: string | null;
  readonly heldAt: string | null;
  readonly endedAt: string | null;
  readonly prints: readonly PrintJob[];
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
  if (!isOneOf(known, ticketEntries) || known.type === 'ticket.issued') return state;
  const status = stateAfter(known.type, state.status);
  return status === undefined ? state : { ...state, ...changeOf(state, known), status };
}

function begin(entry: Entry, payload: PayloadOf<'ticket.issued'>): TicketState {
  return {
    ...payload,
    id: entry.stream.id,
    status: 'waiting',
    issuedAt: entry.at,
    queueDay: payload.serviceDay,
    target: null,
    transfers: 0,
    ...notCalled,
    endedAt: null,
    prints: [],
  };
}

const notCalled = {
  desk: null,
  calledAt: null,
  endedTicketId: null,
  recalls: 0,
  servingAt: null,
  heldAt: null,
} as const;

function changeOf(state: TicketState, known: KnownOf<TicketMove>): Partial<TicketState> {
  const { at } = known.entry;
  switch (known.type) {
    case 'ticket.called': {
      const { endedTicketId, ...desk } = known.payload;
      return { desk, calledAt: at, endedTicketId, recalls: 0 };
    }
    case 'ticket.recalled':
      return { recalls: state.recalls + 1 };
    case 'ticket.call_undone':
      return notCalled;
    case 'ticket.serving':
      return { desk: known.payload, servingAt: at };
    case 'ticket.held':
      return { heldAt: at };
    case 'ticket.resumed':
      return { desk: known.payload, heldAt: null, servingAt: state.servingAt ?? at };
    case 'ticket.served':
      return { heldAt: null, endedAt: at };
    case 'ticket.no_show':
      return { endedAt: at };
    case 'ticket.service_reopened':
      return { endedAt: null, servingAt: state.servingAt ?? state.calledAt };
    case 'ticket.came_back':
      return { ...notCalled, endedAt: null };
    case 'ticket.transferred':
      return { ...notCalled, target: known.payload.to, transfers: state.transfers + 1 };
    case 'ticket.cancelled':
      return { heldAt: null, endedAt: at };
    case 'ticket.carried_over':
      return { queueDay: known.payload.queueDay };
    default:
      return assertNever(known);
  }
}
