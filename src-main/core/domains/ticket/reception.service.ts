import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { TicketTarget } from '../../../../src-shared/ledger/ticket-entries.ts';
import { stateAfter } from '../../../../src-shared/ledger/ticket-moves.ts';
import { deskOf, type Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { requestPrint } from '../print/request-print.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { mayComeBack } from './come-back.ts';
import { issueTicket } from './issue.ts';
import { queueSettings } from './queue-settings.ts';
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

async function targetsOf(db: Reader): Promise<readonly TicketTarget[]> {
  const [categories, desks, rooms] = [
    (await readDocument(db, 'categories')) ?? [],
    (await readDocument(db, 'desks')) ?? [],
    (await readDocument(db, 'rooms')) ?? [],
  ];
  return [
    ...categories.map(({ code, name }) => ({ kind: 'category', code, name }) as const),
    ...desks.map(({ deskCode, deskName }) => ({ kind: 'desk', code: deskCode, name: deskName }) as const),
    ...rooms.map(({ roomCode, roomName }) => ({ kind: 'room', code: roomCode, name: roomName }) as const),
  ];
}

async function targetNamed(
  db: Reader,
  { kind, code }: { readonly kind: TicketTarget['kind']; readonly code: string },
): Promise<Result<TicketTarget>> {
  const target = (await targetsOf(db)).find((known) => known.kind === kind && known.code === code);
  if (target !== undefined) return succeed(target);
  const message = {
    category: 'Bu şubede böyle bir kategori yok.',
    desk: 'Bu şubede böyle bir banko yok.',
    room: 'Bu şubede böyle bir oda yok.',
  }[kind];
  return fail('invalid_input', [{ path: 'to.code', message }]);
}
