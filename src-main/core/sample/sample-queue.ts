import type { Desk } from '../../../src-shared/contract/session.ts';
import type { Category } from '../../../src-shared/contract/ticket.ts';
import { type EntryType, fact, type PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import { localDay } from '../../../src-shared/text/format.ts';
import type { TimedFact } from './history-options.ts';
import { createRandom } from './random.ts';
import { sampleUuid } from './sample-ids.ts';
import { type MeetingPlaceAndPeople, sampleMeeting } from './sample-meeting.ts';

export type QueueOptions = {
  readonly seed: number;
  readonly branchCode: string;
  readonly categories: readonly [Category, ...Category[]];
  readonly desks: readonly [Desk, ...Desk[]];
  readonly issuer: string;
  readonly clerk: string;
  /** Who talks with somebody in which room now. */
  readonly meeting: MeetingPlaceAndPeople;
  readonly now: number;
};

type Fate = 'served' | 'no_show' | 'cancelled' | 'held' | 'in_room' | 'sent_on' | 'waiting';
const minute = 60_000;
const fates: readonly Fate[] = [
  ...(['served', 'served', 'served', 'cancelled', 'served', 'served'] as const),
  ...(['served', 'served', 'served', 'in_room', 'held', 'no_show'] as const),
  ...(['waiting', 'sent_on', 'waiting', 'waiting', 'waiting'] as const),
];

/**
 * Today's queue: some served since the morning, one who left, one on hold, one in a meeting room, one who did not
 * come and may still come back, and a handful waiting, of whom one was sent on.
 */
export function sampleQueue(options: QueueOptions): readonly TimedFact[] {
  const { seed, now, categories } = options;
  const random = createRandom(seed, 'queue', now);
  const day = localDay(new Date(now).toISOString());
  const dayBegan = Date.parse(`${day}T00:00:00+03:00`);
  // Right after midnight the whole queue has to fit into the minutes that the day has had.
  const room = Math.min(150 * minute, now - dayBegan);
  const step = room / (fates.length + 1);
  const given = new Map<string, number>();
  const nextDesk = desksInTurn(options.desks);
  const facts: TimedFact[] = [];

  for (const [place, fate] of fates.entries()) {
    const category = random.pick(categories);
    const number = given.get(category.code) ?? category.firstNumber;
    given.set(category.code, number + 1);
    const issuedAt = Math.floor(now - room + step * (place + random.next() * 0.8));
    const stream = { kind: 'ticket', id: sampleUuid(random, issuedAt) };
    const jobId = sampleUuid(random, issuedAt);
    const say = <T extends EntryType>(after: number, actor: string, type: T, payload: PayloadOf<T>) =>
      facts.push({ at: Math.floor(issuedAt + step * after), actor, fact: fact(stream, type, payload) });

    say(0, options.issuer, 'ticket.issued', {
      label: `${category.letter}${number}`,
      number,
      categoryCode: category.code,
      categoryName: category.name,
      priority: place === fates.length - 2,
      serviceDay: day,
      branchCode: options.branchCode,
    });
    say(0, options.issuer, 'print.requested', { jobId, document: 'queue_ticket', copyNo: 1 });
    say(0, options.issuer, 'print.reported', { jobId, state: 'shown', reason: '' });

    if (fate === 'waiting') continue;
    if (fate === 'cancelled') {
      say(0.5, options.issuer, 'ticket.cancelled', { reason: 'left' });
      continue;
    }
    if (fate === 'sent_on') {
      const to = categories.find(({ code }) => code !== category.code) ?? category;
      say(0.1, options.issuer, 'ticket.transferred', {
        from: options.desks[0],
        to: { kind: 'category', code: to.code, name: to.name },
      });
      continue;
    }
    const desk = nextDesk(category);
    if (fate === 'no_show') {
      // A few minutes ago, so that there is still time to come back.
      say(4, options.clerk, 'ticket.called', { ...desk, endedTicketId: null });
      say(4.3, options.clerk, 'ticket.recalled', desk);
      say(4.6, options.clerk, 'ticket.no_show', desk);
      continue;
    }
    say(0.5, options.clerk, 'ticket.called', { ...desk, endedTicketId: null });
    say(0.6, options.clerk, 'ticket.serving', desk);
    if (fate !== 'in_room') {
      say(1.8, options.clerk, fate === 'held' ? 'ticket.held' : 'ticket.served', desk);
      continue;
    }
    const moment = (after: number) => Math.floor(issuedAt + step * after);
    const from = { desk, actor: options.clerk, at: moment(5) };
    const ticket = { id: stream.id, label: `${category.letter}${number}` };
    facts.push(...sampleMeeting({ seed, now, ticket, from, startedAt: moment(5.5) }, options.meeting));
  }
  return facts.sort((a, b) => a.at - b.at);
}

/** Whichever of the desks that serve the category has rested longest; none serves two at a time. */
function desksInTurn([first, ...others]: QueueOptions['desks']) {
  let order = [first, ...others];
  return ({ deskCodes }: Category): Desk => {
    const desk = order.find(({ deskCode }) => deskCodes === null || deskCodes.includes(deskCode)) ?? first;
    order = [...order.filter((other) => other !== desk), desk];
    return desk;
  };
}
