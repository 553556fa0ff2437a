import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { Category, QueueCategory, Ticket } from '../../../../src-shared/contract/ticket.ts';
import { estimatedWait } from '../../../../src-shared/rules/estimated-wait.ts';
import { isOpenAt } from '../../../../src-shared/rules/opening-hours.ts';
import { categoryFor, inQueueOrder, mayCall } from '../../../../src-shared/rules/queue-order.ts';
import type { Handlers } from '../../handler.ts';
import { helpToShow } from '../help/help.repo.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { comeBackUntil, mayComeBack } from './come-back.ts';
import { queueSettings } from './queue-settings.ts';
import { type Call, callsOfDay, countInQueue, countIssued, ticketsOfDay } from './ticket.repo.ts';
import { isInRoom, type TicketServices, today } from './ticket-services.ts';

type QueueNow = {
  /** Whom a desk may call. */
  readonly waiting: readonly Ticket[];
  readonly calls: readonly Call[];
  readonly categories: readonly Category[];
  readonly deskCodes: readonly string[];
  readonly now: number;
};

/** The queue as every window shows it. */
export function queueService({ db, clock }: TicketServices): Handlers<'ticket.queue'> {
  return {
    'ticket.queue': async (context) => {
      const day = today(clock);
      const now = clock.now();
      const { categories, order, graceMinutes } = await queueSettings(db);
      const desks = (await readDocument(db, 'desks')) ?? [];
      const tickets = await ticketsOfDay(db, day, ['waiting', 'called', 'serving', 'held', 'no_show']);
      const waiting = tickets.filter(({ status }) => status === 'waiting');
      const forDesks = waiting.filter(({ target }) => target?.kind !== 'room');
      const active = tickets
        .filter(({ status }) => status === 'called' || status === 'serving')
        .toSorted(latestFirst(({ calledAt }) => calledAt));
      const deskCode = context.session?.desk?.deskCode;
      const queueNow: QueueNow = {
        ...{ waiting: forDesks, categories, now },
        calls: await callsOfDay(db, day),
        deskCodes: desks.map((desk) => desk.deskCode),
      };
      return succeed({
        serviceDay: day,
        categories: categories.map((category) => categoryNow(category, queueNow)),
        waiting: inQueueOrder(forDesks, order, now).map((ticket, index) => ({
          ...ticket,
          position: index + 1,
          isCallable: deskCode !== undefined && mayCall(deskCode, ticket, categories),
        })),
        waitingForRooms: waiting.filter(({ target }) => target?.kind === 'room'),
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

/**
 * A category for a visitor who takes a number now. The wait is read from the calls of the desks that serve
 * it, and from everybody whom those desks may call first.
 */
function categoryNow(category: Category, queue: QueueNow): QueueCategory {
  const { waiting, calls, categories, deskCodes, now } = queue;
  const isOpen = isOpenAt(category, new Date(now).toISOString());
  const desks = category.deskCodes ?? deskCodes;
  const ahead = waiting.filter((ticket) => desks.some((desk) => mayCall(desk, ticket, categories)));
  const times = calls.filter(({ deskCode }) => desks.includes(deskCode)).map(({ at }) => at);
  return {
    ...category,
    waiting: waiting.filter(
      (ticket) => ticket.target?.kind !== 'desk' && categoryFor(ticket) === category.code,
    ).length,
    isOpen,
    estimatedWait: isOpen ? estimatedWait(times, ahead.length) : null,
  };
}

function latestFirst(timeOf: (ticket: Ticket) => string | null) {
  return (a: Ticket, b: Ticket) => ((timeOf(a) ?? '') < (timeOf(b) ?? '') ? 1 : -1);
}
