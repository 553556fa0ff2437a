import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import type { TicketStatus } from '../../../../src-shared/ledger/ticket-moves.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { at, issue, openQueueBranch, queueOf } from '../../../testing/queue-branch.ts';

let counter: TestCore;

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

const desk = (method: DeskMethod, ticketId: string) => counter.call(method, { ticketId }, at.first);
const deskMethods = [
  'ticket.recall',
  'ticket.undoCall',
  'ticket.start',
  'ticket.hold',
  'ticket.resume',
  'ticket.finish',
  'ticket.noShow',
  'ticket.comeBack',
] as const;
type DeskMethod = (typeof deskMethods)[number];
const methods = [...deskMethods, 'ticket.transfer', 'ticket.cancel'] as const;
type TicketMethod = (typeof methods)[number];

function press(method: TicketMethod, ticketId: string) {
  if (method === 'ticket.cancel') return counter.call(method, { ticketId, reason: 'mistake' }, at.first);
  if (method === 'ticket.transfer')
    return counter.call(method, { ticketId, to: { kind: 'room', code: 'G1' } }, at.first);
  return desk(method, ticketId);
}

/** How a ticket comes into each state, at the first desk. */
const ways: Record<TicketStatus, readonly TicketMethod[]> = {
  waiting: [],
  called: [],
  serving: ['ticket.start'],
  held: ['ticket.start', 'ticket.hold'],
  served: ['ticket.start', 'ticket.finish'],
  no_show: ['ticket.noShow'],
  cancelled: ['ticket.cancel'],
};

/** What can be done in each state, and where it leads; nothing else can. */
const allowed: Record<TicketStatus, Partial<Record<TicketMethod, TicketStatus>>> = {
  waiting: { 'ticket.transfer': 'waiting', 'ticket.cancel': 'cancelled' },
  called: {
    'ticket.recall': 'called',
    'ticket.undoCall': 'waiting',
    'ticket.start': 'serving',
    'ticket.hold': 'held',
    'ticket.finish': 'served',
    'ticket.noShow': 'no_show',
    'ticket.transfer': 'waiting',
    'ticket.cancel': 'cancelled',
  },
  serving: { 'ticket.hold': 'held', 'ticket.finish': 'served', 'ticket.transfer': 'waiting' },
  held: {
    'ticket.resume': 'serving',
    'ticket.finish': 'served',
    'ticket.transfer': 'waiting',
    'ticket.cancel': 'cancelled',
  },
  served: {},
  no_show: { 'ticket.comeBack': 'waiting' },
  cancelled: {},
};

async function ticketIn(state: TicketStatus): Promise<Ticket> {
  const ticket = await issue(counter);
  if (state === 'waiting') return ticket;
  await counter.ok('ticket.callNext', {}, at.first);
  for (const method of ways[state]) expect(await press(method, ticket.id)).toMatchObject({ ok: true });
  return ticket;
}

/** Takes everybody out of the way of the next try. */
async function clear(): Promise<void> {
  const { mine, held, waiting } = await queueOf(counter, at.first);
  for (const { id } of [...(mine === null ? [] : [mine]), ...held]) await press('ticket.finish', id);
  for (const { id } of waiting) await press('ticket.cancel', id);
}

test.each(Object.keys(ways) as TicketStatus[])(
  'what can be done with a ticket that is %s is done, and everything else is refused without a trace',
  async (state) => {
    for (const method of methods) {
      const { id } = await ticketIn(state);
      const before = await queueOf(counter, at.first);
      const result = await press(method, id);
      const to = allowed[state][method];
      if (to === undefined) {
        expect([method, result]).toMatchObject([method, { error: { code: 'wrong_state' } }]);
        expect(await queueOf(counter, at.first)).toEqual(before);
      } else expect([method, result]).toMatchObject([method, { value: { ticket: { id, status: to } } }]);
      await clear();
    }
  },
);
