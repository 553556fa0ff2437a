import { useState } from 'react';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import type { MeetingRoom, UnitNow } from '../../../src-shared/contract/meeting.ts';
import { useText } from '../../i18n/use-text.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { useCommand } from '../../lib/use-method.ts';
import { notifyDone, notifyFailure, showUndo } from '../notify.ts';
import type { HandOverSubject } from './hand-over-dialog.tsx';
import type { Place } from './places.ts';
import { handOverText } from './text.ts';

type Wish = Pick<InputOf<'meeting.handOver'>, 'mode' | 'topicCode' | 'printsSlip'> & {
  readonly unit: UnitNow;
  readonly place: Place;
};

type HandOver = {
  readonly send: (wish: Wish) => Promise<void>;
  readonly letWait: (room: MeetingRoom) => Promise<void>;
  readonly isRunning: boolean;
  readonly failure: ScreenFailure | null;
  /** Somebody else got the room first. */
  readonly taken: { readonly offer: MeetingRoom | null } | null;
};

/**
 * Sends the visitor there; taken back for a while by "geri al".
 * @param onOffer somebody else got the room first: what is free instead, or null
 */
export function useHandOver(
  { ticket, applicationId }: HandOverSubject,
  onDone: () => void,
  onOffer: (offer: MeetingRoom | null) => void,
): HandOver {
  const text = useText(handOverText);
  const handOver = useCommand('meeting.handOver');
  const transfer = useCommand('ticket.transfer');
  const cancel = useCommand('meeting.cancel');
  const [taken, setTaken] = useState<HandOver['taken']>(null);

  async function takeBack(meetingId: string): Promise<void> {
    const result = await cancel.run({ meetingId, reason: 'mistake' });
    if (!result.ok) notifyFailure(result.error);
  }

  return {
    taken,
    isRunning: handOver.isRunning || transfer.isRunning,
    failure: handOver.failure ?? transfer.failure,
    letWait: async ({ roomCode, roomName }) => {
      const result = await transfer.run({ ticketId: ticket.id, to: { kind: 'room', code: roomCode } });
      if (!result.ok) return;
      notifyDone(text.waits(ticket.label, roomName));
      onDone();
    },
    send: async ({ unit, place, mode, topicCode, printsSlip }) => {
      setTaken(null);
      const result = await handOver.run({
        ...{ ticketId: ticket.id, unitCode: unit.unitCode, mode, topicCode, applicationId, printsSlip },
        // The first free one is named too: what the screen shows is what is asked for.
        roomCode: place.kind === 'teams' ? null : place.room.roomCode,
      });
      if (!result.ok) return;
      if (result.value.kind === 'taken') {
        setTaken(result.value);
        return onOffer(result.value.offer);
      }
      const { id, room } = result.value.meeting;
      showUndo({
        message: text.sent(ticket.label, room?.roomName ?? 'Teams', unit.unitName),
        onUndo: () => void takeBack(id),
      });
      onDone();
    },
  };
}
