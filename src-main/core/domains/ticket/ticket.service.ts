import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Desk } from '../../../../src-shared/contract/session.ts';
import type { Category, Ticket, ticketContract } from '../../../../src-shared/contract/ticket.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { type TicketMove, ticketMoves } from '../../../../src-shared/ledger/reduce-ticket.ts';
import { inQueueOrder } from '../../../../src-shared/rules/queue-order.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Context, Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { requestPrint } from '../print/request-print.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { activeAtDesk, countTickets, takeTicketNumber, ticketById, ticketsOfDay } from './ticket.repo.ts';

type Services = { readonly db: Reader; readonly clock: Clock; readonly ids: Ids };
type Method = keyof typeof ticketContract;

/** A second press within this time is the same press. */
const doublePressMillis = 1_000;

export function ticketService({ db, clock, ids }: Services): Handlers<Method> {
  const today = () => localDay(new Date(clock.now()).toISOString());

  async function categories(): Promise<readonly Category[]> {
    return (await readDocument(db, 'categories')) ?? [];
  }

  /** Moves the ticket that this desk has. */
  function move(type: TicketMove) {
    return (context: Context, { ticketId }: { readonly ticketId: string }) =>
      context.write(async (work) => {
        const desk = deskOf(context);
        const ticket = await ticketById(work.trx, ticketId);
        if (ticket === undefined) return fail('not_found');
        const isOurs = ticket.desk?.deskCode === desk.deskCode;
        if (!isOurs || !ticketMoves[type].includes(ticket.status)) return fail('wrong_state');
        await work.append(fact({ kind: 'ticket', id: ticketId }, type, desk));
        return succeed({ ticket: await readBack(work, ticketId) });
      });
  }

  async function call(work: Work, desk: Desk): Promise<Result<{ ticket: Ticket }>> {
    const [next] = inQueueOrder(await ticketsOfDay(work.trx, today(), ['waiting']));
    if (next === undefined) return fail('queue_empty');
    await work.append(fact({ kind: 'ticket', id: next.id }, 'ticket.called', desk));
    return succeed({ ticket: await readBack(work, next.id) });
  }

  return {
    'ticket.queue': async (context) => {
      const serviceDay = today();
      const tickets = await ticketsOfDay(db, serviceDay, ['waiting', 'called', 'serving']);
      const active = tickets.filter((ticket) => ticket.status !== 'waiting');
      const deskCode = context.session?.desk?.deskCode;
      return succeed({
        serviceDay,
        categories: [...(await categories())],
        waiting: [...inQueueOrder(tickets.filter((ticket) => ticket.status === 'waiting'))],
        active: active.toSorted((a, b) => ((a.calledAt ?? '') < (b.calledAt ?? '') ? 1 : -1)),
        mine: active.find((ticket) => ticket.desk?.deskCode === deskCode) ?? null,
        issuedToday: await countTickets(db, serviceDay),
        servedToday: await countTickets(db, serviceDay, 'served'),
      });
    },

    'ticket.issue': async (context, { categoryCode, priority }) => {
      const category = (await categories()).find((known) => known.code === categoryCode);
      if (category === undefined)
        return fail('invalid_input', [
          { path: 'categoryCode', message: 'Bu şubede böyle bir kategori yok.' },
        ]);
      const branch = await readDocument(db, 'branch');
      if (branch === undefined) return fail('settings_unreadable');
      return context.write(async (work) => {
        const serviceDay = today();
        const place = { branchCode: branch.code, serviceDay, categoryCode };
        const number = await takeTicketNumber(work.trx, place, category.firstNumber);
        if (category.dailyLimit !== null && number >= category.firstNumber + category.dailyLimit)
          return fail('daily_limit');
        const ticketId = ids.uuid();
        const stream = { kind: 'ticket', id: ticketId };
        await work.append(
          fact(stream, 'ticket.issued', {
            ...place,
            label: `${category.letter}${number}`,
            number,
            categoryName: category.name,
            priority,
          }),
        );
        const printJobId = await requestPrint(work, ids, stream, 'queue_ticket');
        return succeed({ ticket: await readBack(work, ticketId), printJobId });
      });
    },

    'ticket.callNext': async (context) =>
      context.write(async (work) => {
        const desk = deskOf(context);
        const current = await activeAtDesk(work.trx, today(), desk.deskCode);
        if (current === undefined) return call(work, desk);
        const isDoublePress = clock.now() - Date.parse(current.calledAt ?? '') < doublePressMillis;
        if (current.status === 'called')
          return isDoublePress ? succeed({ ticket: current }) : fail('desk_busy');
        await work.append(fact({ kind: 'ticket', id: current.id }, 'ticket.served', desk));
        return call(work, desk);
      }),

    'ticket.recall': move('ticket.recalled'),
    'ticket.start': move('ticket.serving'),
    'ticket.finish': move('ticket.served'),
    'ticket.noShow': move('ticket.no_show'),

    'ticket.reprint': async (context, { ticketId }) =>
      context.write(async (work) => {
        if ((await ticketById(work.trx, ticketId)) === undefined) return fail('not_found');
        return succeed({
          printJobId: await requestPrint(work, ids, { kind: 'ticket', id: ticketId }, 'queue_ticket'),
        });
      }),
  };
}

/** Staff roles sit at a desk; the workstation's own where they chose none. */
function deskOf(context: Context): Desk {
  const desk = context.session?.desk;
  if (desk === undefined || desk === null) throw new Error('A set-up workstation has a desk');
  return desk;
}

async function readBack(work: Work, ticketId: string): Promise<Ticket> {
  await work.settle();
  const ticket = await ticketById(work.trx, ticketId);
  if (ticket === undefined) throw new Error('A ticket that was just written is not in its table');
  return ticket;
}
