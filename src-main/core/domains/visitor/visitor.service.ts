import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import type { visitorContract } from '../../../../src-shared/contract/visitor.ts';
import type { Handlers } from '../../handler.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { placeOf, readQueueNow } from '../ticket/queue-now.ts';
import { ticketById } from '../ticket/ticket.repo.ts';
import type { TicketServices } from '../ticket/ticket-services.ts';

type Services = Pick<TicketServices, 'db' | 'clock'>;

const nowhere = { ahead: null, estimatedWait: null } as const;

/** A phone that follows one number: the one of the code that it came with. */
export function visitorService({ db, clock }: Services): Handlers<keyof typeof visitorContract> {
  return {
    'visitor.place': async ({ caller }) => {
      const ticket = caller.ticketId === undefined ? undefined : await ticketById(db, caller.ticketId);
      if (ticket === undefined) return fail('not_found');
      const branch = await readDocument(db, 'branch');
      const { label, categoryName, status, calledAt, recalls } = ticket;
      const isInLine = status === 'waiting' && ticket.target?.kind !== 'room';
      return succeed({
        branchName: branch?.name ?? '',
        ...{ label, categoryName, state: status, calledAt, recalls },
        ...(isInLine ? placeOf(ticket, await readQueueNow(db, clock)) : nowhere),
        place: placeName(ticket),
      });
    },
  };
}

/** Where to go: the desk that called, else where it was sent on to, unless that is only another service. */
function placeName({ desk, target, status }: Ticket): string | null {
  if (status !== 'waiting') return desk?.deskName ?? null;
  return target === null || target.kind === 'category' ? null : target.name;
}
