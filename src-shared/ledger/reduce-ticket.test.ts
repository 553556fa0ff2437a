import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryWriter } from '../testing/entries.ts';
import type { Entry } from './entry.ts';
import { foldTicket, type TicketMove, type TicketStatus, ticketStates } from './reduce-ticket.ts';

type Writer = ReturnType<typeof entryWriter>;

const moves = [
  'ticket.called',
  'ticket.recalled',
  'ticket.serving',
  'ticket.served',
  'ticket.no_show',
] as const;
const desk = { deskCode: 'B1', deskName: 'Banko 1' };

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

function after(...types: readonly TicketMove[]) {
  const writer = entryWriter({ kind: 'ticket', id: 't1' });
  return foldTicket([issue(writer), ...types.map((type) => writer.write(type, desk))]);
}

/** How a ticket comes into each state. */
const ways: Record<TicketStatus, readonly TicketMove[]> = {
  waiting: [],
  called: ['ticket.called'],
  serving: ['ticket.called', 'ticket.serving'],
  served: ['ticket.called', 'ticket.serving', 'ticket.served'],
  no_show: ['ticket.called', 'ticket.no_show'],
};

/** The whole table of moves; a state that is missing for a move means that the move changes nothing there. */
const table: Record<TicketMove, Partial<Record<TicketStatus, TicketStatus>>> = {
  'ticket.called': { waiting: 'called' },
  'ticket.recalled': { called: 'called' },
  'ticket.serving': { called: 'serving' },
  'ticket.served': { called: 'served', serving: 'served' },
  'ticket.no_show': { called: 'no_show' },
};

const everyMove = ticketStates.flatMap((from) => moves.map((move) => [move, from] as const));
test.each(everyMove)('%s from %s does what the table says', (move, from) => {
  const before = after(...ways[from]);
  const now = after(...ways[from], move);
  expect(before?.status).toBe(from);
  const to = table[move][from];
  if (to === undefined) expect(now).toEqual(before);
  else expect(now?.status).toBe(to);
});

test('the times of a ticket are those of its moves, and a second call counts as a recall only when it is one', () => {
  expect(
    after('ticket.called', 'ticket.recalled', 'ticket.recalled', 'ticket.serving', 'ticket.served'),
  ).toEqual({
    id: 't1',
    label: 'A101',
    number: 101,
    categoryCode: 'general',
    categoryName: 'Genel başvuru',
    priority: false,
    serviceDay: '2026-03-10',
    branchCode: '26',
    status: 'served',
    issuedAt: '2026-03-10T07:00:01.000Z',
    desk,
    calledAt: '2026-03-10T07:00:02.000Z',
    recalls: 2,
    servingAt: '2026-03-10T07:00:05.000Z',
    endedAt: '2026-03-10T07:00:06.000Z',
    prints: [],
  });
});

test('of two desks that called one ticket the first by order has it', () => {
  const writer = entryWriter({ kind: 'ticket', id: 't1' });
  const entries = [
    issue(writer),
    writer.write('ticket.called', desk),
    writer.write('ticket.called', { deskCode: 'B2', deskName: 'Banko 2' }),
  ];
  expect(foldTicket(entries.toReversed())?.desk).toEqual(desk);
});

test('without its issue there is no ticket yet, and a ticket is issued once', () => {
  const writer = entryWriter({ kind: 'ticket', id: 't1' });
  const call = writer.write('ticket.called', desk);
  expect(foldTicket([call])).toBeUndefined();
  const issued = issue(writer);
  expect(foldTicket([call, issued])).toMatchObject({ status: 'called', issuedAt: issued.at });
  expect(foldTicket([call, issued, issue(writer)])).toMatchObject({ status: 'called', issuedAt: issued.at });
});

test('an unknown type, version or shape and an erased payload are passed over', () => {
  const writer = entryWriter({ kind: 'ticket', id: 't1' });
  const plain = [issue(writer), writer.write('ticket.called', desk)];
  const strange = [
    writer.unchecked('ticket.transferred', { to: 'B2' }),
    writer.unchecked('ticket.served', desk, 2),
    writer.unchecked('ticket.served', { deskCode: 1 }),
    { ...writer.write('ticket.served', desk), payload: null, salt: null },
  ];
  expect(foldTicket([...plain, ...strange])).toEqual(foldTicket(plain));
});

test('any history, legal or not, folds to one state in any order and with any repetition', () => {
  const anyDesk = fc.constantFrom(desk, { deskCode: 'B2', deskName: 'Banko 2' });
  const step = fc.oneof(
    fc.tuple(fc.constantFrom(...moves), anyDesk).map(
      ([type, at]) =>
        (to: Writer) =>
          to.write(type, at),
    ),
    fc.constantFrom(issue, (to: Writer) =>
      to.write('print.requested', { jobId: 'job-1', document: 'queue_ticket', copyNo: 1 }),
    ),
    fc
      .constantFrom('sent' as const, 'failed' as const, 'queued' as const)
      .map((state) => (to: Writer) => to.write('print.reported', { jobId: 'job-1', state, reason: '' })),
  );
  const arrivals = fc
    .array(step, { minLength: 1, maxLength: 12 })
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
