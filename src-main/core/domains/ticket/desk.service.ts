import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Desk } from '../../../../src-shared/contract/session.ts';
import { type Ticket, undoCallMillis } from '../../../../src-shared/contract/ticket.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { stateAfter } from '../../../../src-shared/ledger/ticket-moves.ts';
import { inQueueOrder, mayCall } from '../../../../src-shared/rules/queue-order.ts';
import { type Context, deskOf, type Handlers } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { queueSettings } from './queue-settings.ts';
import { activeAtDesk, endedByCallOf, ticketById, waitingForCall } from './ticket.repo.ts';
import { deskBusy, wrongState } from './ticket-refusals.ts';
import { isAt, mayEnd, readBack, type TicketServices, ticketStream, today } from './ticket-services.ts';

type Method =
  | 'ticket.callNext'
  | 'ticket.recall'
  | 'ticket.undoCall'
  | 'ticket.start'
  | 'ticket.hold'
  | 'ticket.resume'
  | 'ticket.finish'
  | 'ticket.noShow';

/** What a desk does with the one that it has called; each move carries nothing but the desk. */
type DeskMove =
  | 'ticket.recalled'
  | 'ticket.serving'
  | 'ticket.held'
  | 'ticket.resumed'
  | 'ticket.served'
  | 'ticket.no_show';

type Input = { readonly ticketId: string };
type Out = Result<{ ticket: Ticket }>;

/** A second press within this time is the same press. */
const doublePressMillis = 1_000;

/** The keys of a desk: calling, and what becomes of whom it called. */
export function deskService({ clock, night }: TicketServices): Handlers<Method> {
  /** Moves a ticket that this desk has. */
  function move(
    type: DeskMove,
    isOurs = (context: Context, ticket: Ticket) => isAt(deskOf(context), ticket),
  ): (context: Context, input: Input) => Promise<Out> {
    return (context, { ticketId }) =>
      context.write(async (work) => {
        const ticket = await ticketById(work.trx, ticketId);
        if (ticket === undefined) return fail('not_found');
        if (!isOurs(context, ticket) || stateAfter(type, ticket.status) === undefined)
          return wrongState(ticket);
        return append(work, ticket, type, deskOf(context));
      });
  }

  async function append(work: Work, ticket: Ticket, type: DeskMove, desk: Desk): Promise<Out> {
    await work.append(fact(ticketStream(ticket.id), type, desk));
    return succeed({ ticket: await readBack(work, ticket.id) });
  }

  /** Of all who wait and whom this desk may call; those sent to it alone stand in the same order. */
  async function call(work: Work, desk: Desk, ended: Ticket | undefined): Promise<Out> {
    const { categories, order } = await queueSettings(work.trx);
    const waiting = await waitingForCall(work.trx, today(clock));
    const callable = waiting.filter((ticket) => mayCall(desk.deskCode, ticket, categories));
    const [next] = inQueueOrder(callable, order, clock.now());
    if (next === undefined) return fail('queue_empty');
    const payload = { ...desk, endedTicketId: ended?.id ?? null };
    await work.append(fact(ticketStream(next.id), 'ticket.called', payload));
    return succeed({ ticket: await readBack(work, next.id) });
  }

  return {
    'ticket.callNext': async (context) => {
      await night.closeEarlierDays();
      return context.write(async (work) => {
        const desk = deskOf(context);
        const current = await activeAtDesk(work.trx, today(clock), desk.deskCode);
        if (current === undefined) return call(work, desk, undefined);
        const isDoublePress = clock.now() - Date.parse(current.calledAt ?? '') < doublePressMillis;
        if (current.status === 'called')
          return isDoublePress ? succeed({ ticket: current }) : deskBusy(current);
        await work.append(fact(ticketStream(current.id), 'ticket.served', desk));
        return call(work, desk, current);
      });
    },

    'ticket.undoCall': async (context, { ticketId }) =>
      context.write(async (work) => {
        const desk = deskOf(context);
        const ticket = await ticketById(work.trx, ticketId);
        if (ticket === undefined) return fail('not_found');
        if (!isAt(desk, ticket) || ticket.status !== 'called') return wrongState(ticket);
        if (clock.now() - Date.parse(ticket.calledAt ?? '') > undoCallMillis) return fail('undo_too_late');
        const ended = await endedByCallOf(work.trx, ticketId);
        await work.append(fact(ticketStream(ticketId), 'ticket.call_undone', desk));
        if (ended?.status === 'served')
          await work.append(fact(ticketStream(ended.id), 'ticket.service_reopened', desk));
        const undone = await readBack(work, ticketId);
        return succeed({
          ticket: undone,
          reopened: ended === undefined ? null : await readBack(work, ended.id),
        });
      }),

    /** A desk serves one at a time. */
    'ticket.resume': async (context, { ticketId }) =>
      context.write(async (work) => {
        const desk = deskOf(context);
        const ticket = await ticketById(work.trx, ticketId);
        if (ticket === undefined) return fail('not_found');
        if (!isAt(desk, ticket) || ticket.status !== 'held') return wrongState(ticket);
        const current = await activeAtDesk(work.trx, today(clock), desk.deskCode);
        return current === undefined ? append(work, ticket, 'ticket.resumed', desk) : deskBusy(current);
      }),

    'ticket.recall': move('ticket.recalled'),
    'ticket.start': move('ticket.serving'),
    'ticket.hold': move('ticket.held'),
    'ticket.finish': move('ticket.served', mayEnd),
    'ticket.noShow': move('ticket.no_show'),
  };
}
