import type { Room } from '../../../../src-shared/contract/branch-settings.ts';
import type { FieldError } from '../../../../src-shared/contract/errors.ts';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import type { Desk } from '../../../../src-shared/contract/session.ts';
import type { Category, Ticket } from '../../../../src-shared/contract/ticket.ts';
import type { Unit } from '../../../../src-shared/contract/unit.ts';
import { categoryFor } from '../../../../src-shared/rules/queue-order.ts';
import { foldTurkish } from '../../../../src-shared/text/fold.ts';

/** Codes and letters once each, desks that exist, and no category gone while somebody waits in it. */
export function categoryErrors(
  categories: readonly Category[],
  known: {
    readonly before: readonly Category[];
    readonly desks: readonly Desk[];
    readonly open: readonly Ticket[];
  },
): readonly FieldError[] {
  const desks = new Set(known.desks.map(({ deskCode }) => deskCode));
  const gone = missing(known.before, categories, ({ code }) => code);
  return [
    ...repeated(categories, ({ code }) => code, 'categories', 'code', 'Bu kod başka bir kategoride var.'),
    ...repeated(
      categories,
      ({ letter }) => letter,
      'categories',
      'letter',
      'Bu harf başka bir kategoride var.',
    ),
    ...repeated(
      categories,
      ({ name }) => foldTurkish(name),
      'categories',
      'name',
      'Bu ad başka bir kategoride var.',
    ),
    ...categories.flatMap(({ deskCodes }, index) => {
      const stranger = deskCodes?.find((code) => !desks.has(code));
      const path = `categories.${index}.deskCodes`;
      return stranger === undefined ? [] : [{ path, message: `Bu şubede ${stranger} kodlu bir banko yok.` }];
    }),
    ...gone.flatMap(({ code, name }) => {
      const count = known.open.filter(
        (ticket) => ticket.status === 'waiting' && categoryFor(ticket) === code,
      ).length;
      return refusal(
        'categories',
        count,
        `${name} kaldırılamaz: ${count} kişi bekliyor. Önce onları çağırın ya da aktarın.`,
      );
    }),
  ];
}

/** Codes and names once each, and no desk gone that serves somebody, that somebody waits for, or that is in use. */
export function deskErrors(
  desks: readonly Desk[],
  known: {
    readonly before: readonly Desk[];
    readonly categories: readonly Category[];
    readonly open: readonly Ticket[];
    /** Of this workstation. */
    readonly ownDeskCode: string | undefined;
  },
): readonly FieldError[] {
  const gone = missing(known.before, desks, ({ deskCode }) => deskCode);
  return [
    ...repeated(desks, ({ deskCode }) => deskCode, 'desks', 'deskCode', 'Bu kod başka bir bankoda var.'),
    ...repeated(
      desks,
      ({ deskName }) => foldTurkish(deskName),
      'desks',
      'deskName',
      'Bu ad başka bir bankoda var.',
    ),
    ...gone.flatMap(({ deskCode, deskName }) => {
      const serving = known.categories.filter(({ deskCodes }) => deskCodes?.includes(deskCode) === true);
      const tickets = known.open.filter((ticket) => belongsTo(ticket, deskCode)).length;
      return [
        ...refusal(
          'desks',
          serving.length,
          `${deskName} kaldırılamaz: ${serving[0]?.name} kategorisinde seçili.`,
        ),
        ...refusal(
          'desks',
          tickets,
          `${deskName} kaldırılamaz: ${tickets} numara bu bankoda ya da bu bankoyu bekliyor.`,
        ),
        ...refusal(
          'desks',
          deskCode === known.ownDeskCode ? 1 : 0,
          `${deskName} kaldırılamaz: bu bilgisayarın bankosu.`,
        ),
      ];
    }),
  ];
}

export function roomErrors(
  rooms: readonly Room[],
  known: {
    readonly before: readonly Room[];
    readonly units: readonly Unit[];
    readonly open: readonly Ticket[];
    readonly meetings: readonly Meeting[];
  },
): readonly FieldError[] {
  const gone = missing(known.before, rooms, ({ roomCode }) => roomCode);
  return [
    ...repeated(rooms, ({ roomCode }) => roomCode, 'rooms', 'roomCode', 'Bu kod başka bir odada var.'),
    ...repeated(
      rooms,
      ({ roomName }) => foldTurkish(roomName),
      'rooms',
      'roomName',
      'Bu ad başka bir odada var.',
    ),
    ...rooms.flatMap(({ unitCode }, index) =>
      unitCode === null || known.units.some((unit) => unit.unitCode === unitCode)
        ? []
        : [{ path: `rooms.${index}.unitCode`, message: 'Bu şubede böyle bir birim yok.' }],
    ),
    ...gone.flatMap(({ roomCode, roomName }) => {
      const waiting = known.open.filter(
        ({ status, target }) => status === 'waiting' && target?.kind === 'room' && target.code === roomCode,
      ).length;
      const meetings = known.meetings.filter(({ room }) => room?.roomCode === roomCode).length;
      return [
        ...refusal('rooms', waiting, `${roomName} kaldırılamaz: ${waiting} kişi bu odayı bekliyor.`),
        ...refusal('rooms', meetings, `${roomName} kaldırılamaz: odada bir görüşme var.`),
      ];
    }),
  ];
}

function belongsTo({ status, desk, target }: Ticket, deskCode: string): boolean {
  return status === 'waiting'
    ? target?.kind === 'desk' && target.code === deskCode
    : target?.kind !== 'room' && desk?.deskCode === deskCode;
}

export function refusal(path: string, count: number, message: string): readonly FieldError[] {
  return count === 0 ? [] : [{ path, message }];
}

export function missing<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] {
  const kept = new Set(after.map(keyOf));
  return before.filter((item) => !kept.has(keyOf(item)));
}

/** At each item whose key stands earlier in the list already. */
export function repeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  list: string,
  member: string,
  message: string,
): readonly FieldError[] {
  return items.flatMap((item, index) =>
    items.slice(0, index).some((earlier) => keyOf(earlier) === keyOf(item))
      ? [{ path: `${list}.${index}.${member}`, message }]
      : [],
  );
}
