import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { TicketTarget } from '../../../../src-shared/ledger/ticket-entries.ts';
import { stateAfter } from '../../../../src-shared/ledger/ticket-moves.ts';
import { deskOf, type Handlers } from '../../handler.ts';
import { requestPrint } from '../print/request-print.ts';
import { mayComeBack } from './come-back.ts';
import { issueTicket } from './issue.ts';
import { queueSettings } from './queue-settings.ts';
import { targetNamed, targetsOf } from './targets.ts';
import { ticketById } from './ticket.repo.ts';
import { graceOver, wrongState } from './ticket-refusals.ts';
import { mayEnd, readBack, type TicketServices, ticketStream } from './ticket-services.ts';

type Method =
  | 'ticket.issue'
  | 'ticket.comeBack'
  | 'ticket.transfer'
  | 'ticket.cancel'
  | 'ticket.targets'
  | 'ticket.reprint';

/** Numbers, and the place of those who wait. */
export function receptionService(services: TicketServices): Handlers<Method> {
  const { db, clock, ids } = services;
  return {
    'ticket.issue': (context, input) => issueTicket(services, context, input),

    'ticket.comeBack': async (context, { ticketId }) =>
      context.write(async (work) => {
        const ticket = await ticketById(work.trx, ticketId);
        if (ticket === undefined) return fail('not_found');
        if (stateAfter('ticket.came_back', ticket.status) === undefined) return wrongState(ticket);
        const { graceMinutes } = await queueSettings(work.trx);
        if (!mayComeBack(ticket, graceMinutes, clock.now())) return graceOver(ticket.label, graceMinutes);
        await work.append(fact(ticketStream(ticketId), 'ticket.came_back', deskOf(context)));
        return succeed({ ticket: await readBack(work, ticketId) });
      }),

    'ticket.transfer': async (context, { ticketId, to }) =>
      context.write(async (work) => {
        const ticket = await ticketById(work.trx, ticketId);
        if (ticket === undefined) return fail('not_found');
        const isOurs = ticket.status === 'waiting' || mayEnd(context, ticket);
        if (!isOurs || stateAfter('ticket.transferred', ticket.status) === undefined)
          return wrongState(ticket);
        const target = await targetNamed(work.trx, to);
        if (!target.ok) return target;
        if (isThere(ticket, target.value))
          return fail('invalid_input', [{ path: 'to.code', message: `${ticket.label} zaten orada.` }]);
        const payload = { from: ticket.desk ?? deskOf(context), to: target.value };
        await work.append(fact(ticketStream(ticketId), 'ticket.transferred', payload));
        return succeed({ ticket: await readBack(work, ticketId) });
      }),

    'ticket.cancel': async (context, { ticketId, reason }) =>
      context.write(async (work) => {
        const ticket = await ticketById(work.trx, ticketId);
        if (ticket === undefined) return fail('not_found');
        const isOurs = ticket.status === 'waiting' || mayEnd(context, ticket);
        if (!isOurs || stateAfter('ticket.cancelled', ticket.status) === undefined) return wrongState(ticket);
        await work.append(fact(ticketStream(ticketId), 'ticket.cancelled', { reason }));
        return succeed({ ticket: await readBack(work, ticketId) });
      }),

    'ticket.targets': async () => succeed({ targets: [...(await targetsOf(db))] }),

    'ticket.reprint': async (context, { ticketId }) =>
      context.write(async (work) => {
        if ((await ticketById(work.trx, ticketId)) === undefined) return fail('not_found');
        const printJobId = await requestPrint(work, ids, ticketStream(ticketId), 'queue_ticket', context);
        return succeed({ printJobId });
      }),
  };
}

/** Waits there already, or is at that desk. */
function isThere(ticket: Ticket, { kind, code }: TicketTarget): boolean {
  if (ticket.status !== 'waiting') return kind === 'desk' && code === ticket.desk?.deskCode;
  const now = ticket.target ?? { kind: 'category', code: ticket.categoryCode };
  return now.kind === kind && now.code === code;
}
