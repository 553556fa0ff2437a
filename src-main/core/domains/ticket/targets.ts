import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { TicketTarget } from '../../../../src-shared/ledger/ticket-entries.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { readDocument } from '../settings/settings.repo.ts';

/** Where a number can be sent on to. */
export async function targetsOf(db: Reader): Promise<readonly TicketTarget[]> {
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

export async function targetNamed(
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
