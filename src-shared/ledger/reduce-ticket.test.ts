import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryWriter } from '../testing/entries.ts';
import type { Entry } from './entry.ts';
import { foldTicket } from './reduce-ticket.ts';
import { stateAfter, type TicketMove, type TicketStatus, ticketStates } from './ticket-moves.ts';

type Writer = ReturnType<typeof entryWriter>;

const desk = { deskCode: 'B1', deskName: 'Banko 1' };
const second = { deskCode: 'B2', deskName: 'Banko 2' };

function issue(to: Writer): Entry {
  return to.write('ticket.issued', {
    label: 'A101',
    number: 101,
    categoryCode: 'general',
    categoryName: 'Genel başvuru',
    priority: false,
    serviceDay: '2026-03-10',
    branchCode: '26',
  });
}

const toMeter = { kind: 'category', code: 'meter', name: 'Sayaç işlemleri' } as const;

/** Every move, made by the first desk. */
const made: Record<TicketMove, (to: Writer) => Entry> = {
  'ticket.called': (to) => to.write('ticket.called', { ...desk, endedTicketId: 't0' }),
  'ticket.recalled': (to) => to.write('ticket.recalled', desk),
  'ticket.call_undone': (to) => to.write('ticket.call_undone', desk),
  'ticket.serving': (to) => to.write('ticket.serving', desk),
  'ticket.held': (to) => to.write('ticket.held', desk),
  'ticket.resumed': (to) => to.write('ticket.resumed', desk),
  'ticket.served': (to) => to.write('ticket.served', desk),
  'ticket.service_reopened': (to) => to.write('ticket.service_reopened', desk),
  'ticket.no_show': (to) => to.write('ticket.no_show', desk),
  'ticket.came_back': (to) => to.write('ticket.came_back', desk),
  'ticket.transferred': (to) => to.write('ticket.transferred', { from: desk, to: toMeter }),
  'ticket.cancelled': (to) => to.write('ticket.cancelled', { reason: 'left' }),
  'ticket.carried_over': (to) => to.write('ticket.carried_over', { queueDay: '2026-03-11' }),
};
const moves: readonly TicketMove[] = [
  'ticket.called',
  'ticket.recalled',
  'ticket.call_undone',
  'ticket.serving',
  'ticket.held',
  'ticket.resumed',
  'ticket.served',
  'ticket.service_reopened',
  'ticket.no_show',
  'ticket.came_back',
  'ticket.transferred',
  'ticket.cancelled',
  'ticket.carried_over',
];

function ticketAfter(...types: readonly TicketMove[]) {
  const writer = entryWriter({ kind: 'ticket', id: 't1' });
  return foldTicket([issue(writer), ...types.map((type) => made[type](writer))]);
}

/** How a ticket comes into each state. */
const ways: Record<TicketStatus, readonly TicketMove[]> = {
  waiting: [],
  called: ['ticket.called'],
  serving: ['ticket.called', 'ticket.serving'],
  held: ['ticket.called', 'ticket.serving', 'ticket.held'],
  served: ['ticket.called', 'ticket.serving', 'ticket.served'],
  no_show: ['ticket.called', 'ticket.no_show'],
  cancelled: ['ticket.cancelled'],
};

/** Every move from every state; null where it changes nothing. */
const table: Record<TicketMove, Record<TicketStatus, TicketStatus | null>> = {
  'ticket.called': {
    ...{ waiting: 'called', called: null, serving: null, held: null },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.recalled': {
    ...{ waiting: null, called: 'called', serving: null, held: null },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.call_undone': {
    ...{ waiting: null, called: 'waiting', serving: null, held: null },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.serving': {
    ...{ waiting: null, called: 'serving', serving: null, held: null },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.held': {
    ...{ waiting: null, called: 'held', serving: 'held', held: null },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.resumed': {
    ...{ waiting: null, called: null, serving: null, held: 'serving' },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.served': {
    ...{ waiting: null, called: 'served', serving: 'served', held: 'served' },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.service_reopened': {
    ...{ waiting: null, called: null, serving: null, held: null },
    ...{ served: 'serving', no_show: null, cancelled: null },
  },
  'ticket.no_show': {
    ...{ waiting: null, called: 'no_show', serving: null, held: null },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.came_back': {
    ...{ waiting: null, called: null, serving: null, held: null },
    ...{ served: null, no_show: 'waiting', cancelled: null },
  },
  'ticket.transferred': {
    ...{ waiting: 'waiting', called: 'waiting', serving: 'waiting', held: 'waiting' },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.cancelled': {
    ...{ waiting: 'cancelled', called: 'cancelled', serving: null, held: 'cancelled' },
    ...{ served: null, no_show: null, cancelled: null },
  },
  'ticket.carried_over': {
    ...{ waiting: 'waiting', called: null, serving: null, held: null },
    ...{ served: null, no_show: null, cancelled: null },
  },
};

const everyMove = ticketStates.flatMap((from) => moves.map((move) => [move, from] as const));
test.each(everyMove)('%s from %s does what the table says', (move, from) => {
  const before = ticketAfter(...ways[from]);
  const now = ticketAfter(...ways[from], move);
  const to = table[move][from];
  expect(before?.status).toBe(from);
  expect(stateAfter(move, from) ?? null).toBe(to);
  if (to === null) expect(now).toEqual(before);
  else {
    expect(now?.status).toBe(to);
    expect(now).not.toEqual(before);
  }
});

const issued = {
  id: 't1',
  label: 'A101',
  number: 101,
  categoryCode: 'general',
  categoryName: 'Genel başvuru',
  priority: false,
  serviceDay: '2026-03-10',
  branchCode: '26',
  issuedAt: '2026-03-10T07:00:01.000Z',
  queueDay: '2026-03-10',
  status: 'waiting',
  target: null,
  transfers: 0,
  desk: null,
  calledAt: null,
  endedTicketId: null,
  recalls: 0,
  servingAt: null,
  heldAt: null,
  endedAt: null,
  prints: [],
};

describe('a ticket keeps', () => {
  test('the times of its moves and the count of its recalls', () => {
    const state = ticketAfter(
      ...(['ticket.called', 'ticket.recalled', 'ticket.recalled'] as const),
      ...(['ticket.serving', 'ticket.served'] as const),
    );
    expect(state).toEqual({
      ...issued,
      status: 'served',
      desk,
      calledAt: '2026-03-10T07:00:02.000Z',
      endedTicketId: 't0',
      recalls: 2,
      servingAt: '2026-03-10T07:00:05.000Z',
      endedAt: '2026-03-10T07:00:06.000Z',
    });
  });

  test('its place and nothing of the call, when that is undone or when it comes back after a no-show', () => {
    expect(ticketAfter('ticket.called', 'ticket.recalled', 'ticket.call_undone')).toEqual(issued);
    expect(ticketAfter('ticket.called', 'ticket.recalled', 'ticket.no_show', 'ticket.came_back')).toEqual(
      issued,
    );
  });

  test('its time of arrival when it is sent on, and counts how often it was', () => {
    const once = { ...issued, target: toMeter, transfers: 1 };
    for (const way of [ways.waiting, ways.called, ways.serving, ways.held])
      expect(ticketAfter(...way, 'ticket.transferred')).toEqual(once);
    expect(ticketAfter('ticket.transferred', 'ticket.called', 'ticket.transferred')).toEqual({
      ...once,
      transfers: 2,
    });
  });

  test('where it was sent on to, also after an undone call and a late return', () => {
    const undone = ticketAfter('ticket.transferred', 'ticket.called', 'ticket.call_undone');
    const back = ticketAfter('ticket.transferred', 'ticket.called', 'ticket.no_show', 'ticket.came_back');
    for (const state of [undone, back]) expect(state).toMatchObject({ target: toMeter, transfers: 1 });
  });

  test('the beginning of its service over a time on hold, and begins with it where it was held before', () => {
    const serving = { status: 'serving', heldAt: null };
    expect(ticketAfter(...ways.held)).toMatchObject({ heldAt: '2026-03-10T07:00:04.000Z' });
    expect(ticketAfter(...ways.held, 'ticket.resumed')).toMatchObject({
      ...serving,
      servingAt: '2026-03-10T07:00:03.000Z',
    });
    expect(ticketAfter('ticket.called', 'ticket.held', 'ticket.resumed')).toMatchObject({
      ...serving,
      servingAt: '2026-03-10T07:00:04.000Z',
    });
  });

  test('no end and no hold that is over', () => {
    expect(ticketAfter(...ways.served, 'ticket.service_reopened')).toEqual(ticketAfter(...ways.serving));
    expect(ticketAfter('ticket.called', 'ticket.served', 'ticket.service_reopened')).toMatchObject({
      status: 'serving',
      servingAt: '2026-03-10T07:00:02.000Z',
      endedAt: null,
    });
    for (const end of ['ticket.served', 'ticket.cancelled'] as const)
      expect(ticketAfter(...ways.held, end)).toMatchObject({
        heldAt: null,
        endedAt: '2026-03-10T07:00:05.000Z',
      });
  });

  test('its service day and its arrival in the queue of a later day', () => {
    expect(ticketAfter('ticket.carried_over')).toEqual({ ...issued, queueDay: '2026-03-11' });
  });
});

test('of two desks that called one ticket the first by order has it', () => {
  const writer = entryWriter({ kind: 'ticket', id: 't1' });
  const entries = [
    issue(writer),
    made['ticket.called'](writer),
    writer.write('ticket.called', { ...second, endedTicketId: null }),
  ];
  expect(foldTicket(entries.toReversed())?.desk).toEqual(desk);
});

test('without its issue there is no ticket yet, and a ticket is issued once', () => {
  const writer = entryWriter({ kind: 'ticket', id: 't1' });
  const call = made['ticket.called'](writer);
  expect(foldTicket([call])).toBeUndefined();
  const first = issue(writer);
  expect(foldTicket([call, first])).toMatchObject({ status: 'called', issuedAt: first.at });
  expect(foldTicket([call, first, issue(writer)])).toMatchObject({ status: 'called', issuedAt: first.at });
});

test('an unknown type, version or shape and an erased payload are passed over', () => {
  const writer = entryWriter({ kind: 'ticket', id: 't1' });
  const plain = [issue(writer), made['ticket.called'](writer)];
  const strange = [
    writer.unchecked('ticket.teleported', { to: 'B2' }),
    writer.unchecked('ticket.served', desk, 2),
    writer.unchecked('ticket.served', { deskCode: 1 }),
    writer.unchecked('ticket.transferred', { from: desk, to: { kind: 'moon', code: 'x', name: 'x' } }),
    { ...writer.write('ticket.served', desk), payload: null, salt: null },
  ];
  expect(foldTicket([...plain, ...strange])).toEqual(foldTicket(plain));
});

test('any history, legal or not, folds to one state in any order and with any repetition', () => {
  const step = fc.oneof(
    fc.constantFrom(...moves.map((move) => made[move])),
    fc.constantFrom(issue, (to: Writer) =>
      to.write('print.requested', { jobId: 'job-1', document: 'queue_ticket', copyNo: 1 }),
    ),
    fc
      .constantFrom('sent' as const, 'failed' as const, 'queued' as const)
      .map((state) => (to: Writer) => to.write('print.reported', { jobId: 'job-1', state, reason: '' })),
  );
  const arrivals = fc
    .array(step, { minLength: 1, maxLength: 16 })
    .map((steps) => {
      const writer = entryWriter({ kind: 'ticket', id: 't1' });
      return steps.map((write) => write(writer));
    })
    .chain((entries) =>
      fc.record({
        entries: fc.constant(entries),
        arrived: fc
          .tuple(
            fc.shuffledSubarray(entries, { minLength: entries.length }),
            fc.array(fc.constantFrom(...entries), { maxLength: 6 }),
          )
          .map(([all, repeated]) => [...repeated, ...all]),
      }),
    );
  fc.assert(
    fc.property(arrivals, ({ entries, arrived }) => {
      expect(foldTicket(arrived)).toEqual(foldTicket(entries));
    }),
  );
});

test('whatever happens, a ticket stands at a desk exactly while a desk has or had it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 24 }), (types) => {
      const state = ticketAfter(...types);
      if (state?.status === 'waiting') expect(state).toMatchObject({ ...notAtDesk, endedAt: null });
      else if (state?.status !== 'cancelled') expect(state?.desk).toEqual(desk);
      const isOver = ['served', 'no_show', 'cancelled'].includes(state?.status ?? '');
      expect(state?.endedAt !== null).toBe(isOver);
      expect(state?.heldAt !== null).toBe(state?.status === 'held');
      expect(state?.issuedAt).toBe(issued.issuedAt);
    }),
  );
});

const notAtDesk = { desk: null, calledAt: null, recalls: 0, servingAt: null, heldAt: null };
