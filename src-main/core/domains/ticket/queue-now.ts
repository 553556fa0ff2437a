import type { Category, QueueCategory, Ticket } from '../../../../src-shared/contract/ticket.ts';
import { estimatedWait, type WaitRange } from '../../../../src-shared/rules/estimated-wait.ts';
import { isOpenAt } from '../../../../src-shared/rules/opening-hours.ts';
import { categoryFor, inQueueOrder, mayCall, type Sent } from '../../../../src-shared/rules/queue-order.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { queueSettings } from './queue-settings.ts';
import { type Call, callsOfDay, ticketsOfDay } from './ticket.repo.ts';
import { today } from './ticket-services.ts';

export type QueueNow = {
  /** Whom a desk may call, in the order of calling. */
  readonly waiting: readonly Ticket[];
  readonly calls: readonly Call[];
  readonly categories: readonly Category[];
  readonly deskCodes: readonly string[];
  readonly now: number;
};

/** Today's queue, as far as what visitors are told of it needs. */
export async function readQueueNow(db: Reader, clock: Clock): Promise<QueueNow> {
  const now = clock.now();
  const { categories, order } = await queueSettings(db);
  const desks = (await readDocument(db, 'desks')) ?? [];
  const waiting = await ticketsOfDay(db, today(clock), ['waiting']);
  const forDesks = waiting.filter(({ target }) => target?.kind !== 'room');
  return {
    ...{ categories, now },
    waiting: inQueueOrder(forDesks, order, now),
    calls: await callsOfDay(db, today(clock)),
    deskCodes: desks.map(({ deskCode }) => deskCode),
  };
}

/**
 * A category for a visitor who takes a number now. The wait is read from the calls of the desks that serve
 * it, and from everybody whom those desks may call first.
 */
export function categoryNow(category: Category, queue: QueueNow): QueueCategory {
  const isOpen = isOpenAt(category, new Date(queue.now).toISOString());
  const desks = desksFor({ categoryCode: category.code, target: null }, queue);
  return {
    ...category,
    waiting: queue.waiting.filter(
      (ticket) => ticket.target?.kind !== 'desk' && categoryFor(ticket) === category.code,
    ).length,
    isOpen,
    estimatedWait: isOpen ? waitBehind(queue.waiting, desks, queue).estimatedWait : null,
  };
}

export type PlaceNow = { readonly ahead: number; readonly estimatedWait: WaitRange | null };

/** How many are called before a number that waits, of those whom its desks may call, and how long that may take. */
export function placeOf(ticket: Ticket, queue: QueueNow): PlaceNow {
  const index = queue.waiting.findIndex(({ id }) => id === ticket.id);
  const before = index === -1 ? queue.waiting : queue.waiting.slice(0, index);
  return waitBehind(before, desksFor(ticket, queue), queue);
}

function desksFor(sent: Sent, { deskCodes, categories }: QueueNow): readonly string[] {
  return deskCodes.filter((desk) => mayCall(desk, sent, categories));
}

function waitBehind(before: readonly Ticket[], desks: readonly string[], queue: QueueNow): PlaceNow {
  const { calls, categories } = queue;
  const ahead = before.filter((ticket) => desks.some((desk) => mayCall(desk, ticket, categories))).length;
  const times = calls.filter(({ deskCode }) => desks.includes(deskCode)).map(({ at }) => at);
  return { ahead, estimatedWait: estimatedWait(times, ahead) };
}
