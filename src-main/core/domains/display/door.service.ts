import { type DoorState, shownNextLimit } from '../../../../src-shared/contract/display.ts';
import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { openMeetingInRoom } from '../meeting/meeting.repo.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { waitingForRooms } from '../ticket/ticket.repo.ts';
import { today } from '../ticket/ticket-services.ts';

type Services = { readonly db: Reader; readonly clock: Clock };

/** What hangs at a meeting room's door: its numbers alone, neither subject nor name. */
export function doorService({ db, clock }: Services): Handlers<'door.state'> {
  return {
    'door.state': async ({ caller }) => {
      const roomCode = caller.screen?.roomCode ?? null;
      const rooms = (await readDocument(db, 'rooms')) ?? [];
      const room = rooms.find((known) => known.roomCode === roomCode);
      const common = {
        branchName: (await readDocument(db, 'branch'))?.name ?? '',
        now: new Date(clock.now()).toISOString(),
      };
      if (room === undefined) return succeed({ ...common, room: null, ...nobody, next: [], waiting: 0 });
      const waiting = await waitingForRooms(db, today(clock));
      const labels = waiting.filter(({ target }) => target?.code === room.roomCode).map(({ label }) => label);
      return succeed({
        ...common,
        room: { name: room.roomName, unit: room.unit },
        ...(await whoIsIn(db, room.roomCode)),
        next: labels.slice(0, shownNextLimit),
        waiting: labels.length,
      });
    },
  };
}

type Occupation = Pick<DoorState, 'status' | 'label' | 'since'>;

const nobody: Occupation = { status: 'free', label: null, since: null };

async function whoIsIn(db: Reader, roomCode: string): Promise<Occupation> {
  const meeting = await openMeetingInRoom(db, roomCode);
  if (meeting === undefined) return nobody;
  const { ticketLabel: label, startedAt, openedAt } = meeting;
  return startedAt === null
    ? { status: 'held', label, since: openedAt }
    : { status: 'busy', label, since: startedAt };
}
