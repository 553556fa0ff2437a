import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { mayCall } from '../../../../src-shared/rules/queue-order.ts';
import type { Handlers } from '../../handler.ts';
import { helpToShow } from '../help/help.repo.ts';
import { comeBackUntil, mayComeBack } from './come-back.ts';
import { categoryNow, readQueueNow } from './queue-now.ts';
import { queueSettings } from './queue-settings.ts';
import { countInQueue, countIssued, ticketsOfDay } from './ticket.repo.ts';
import { isInRoom, type TicketServices, today } from './ticket-services.ts';

/** The queue as every window shows it. */
export function queueService({ db, clock }: TicketServices): Handlers<'ticket.queue'> {
  return {
    'ticket.queue': async (context) => {
      const day = today(clock);
      const now = clock.now();
      const { categories, graceMinutes } = await queueSettings(db);
      const queueNow = await readQueueNow(db, clock);
      const tickets = await ticketsOfDay(db, day, ['waiting', 'called', 'serving', 'held', 'no_show']);
      const active = tickets
        .filter(({ status }) => status === 'called' || status === 'serving')
        .toSorted(latestFirst(({ calledAt }) => calledAt));
      const deskCode = context.session?.desk?.deskCode;
      return succeed({
        serviceDay: day,
        categories: categories.map((category) => categoryNow(category, queueNow)),
        waiting: queueNow.waiting.map((ticket, index) => ({
          ...ticket,
          position: index + 1,
          isCallable: deskCode !== undefined && mayCall(deskCode, ticket, categories),
        })),
        waitingForRooms: tickets.filter(
          ({ status, target }) => status === 'waiting' && target?.kind === 'room',
        ),
        active,
        mine: active.find((ticket) => ticket.desk?.deskCode === deskCode && !isInRoom(ticket)) ?? null,
        held: tickets
          .filter(({ status, desk }) => status === 'held' && desk?.deskCode === deskCode)
          .toSorted(latestFirst(({ heldAt }) => heldAt))
          .toReversed(),
        noShows: tickets
          .filter((ticket) => ticket.status === 'no_show' && mayComeBack(ticket, graceMinutes, now))
          .toSorted(latestFirst(({ endedAt }) => endedAt))
          .map((ticket) => ({
            ...ticket,
            comeBackUntil: new Date(comeBackUntil(ticket, graceMinutes)).toISOString(),
          })),
        issuedToday: await countIssued(db, day),
        servedToday: await countInQueue(db, day, 'served'),
        helpCalls: [...(await helpToShow(db, now))],
      });
    },
  };
}

function latestFirst(timeOf: (ticket: Ticket) => string | null) {
  return (a: Ticket, b: Ticket) => ((timeOf(a) ?? '') < (timeOf(b) ?? '') ? 1 : -1);
}
