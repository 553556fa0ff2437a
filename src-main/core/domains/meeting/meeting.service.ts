import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Meeting, meetingContract } from '../../../../src-shared/contract/meeting.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { type MeetingMove, meetingAfter } from '../../../../src-shared/ledger/meeting-moves.ts';
import type { Context, Handlers } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { targetNamed } from '../ticket/targets.ts';
import { handOver } from './hand-over.ts';
import { meetingById } from './meeting.repo.ts';
import { notOfYourUnit, wrongMeeting } from './meeting-refusals.ts';
import {
  type MeetingServices,
  mayActFor,
  meetingPlaces,
  meetingStream,
  readMeetingBack,
} from './meeting-services.ts';
import { meetingQueries } from './meetings-now.service.ts';
import { moveInRoom, placeAtDesks, sendBack } from './room-ticket.ts';

type Out = Result<{ meeting: Meeting }>;

/** Hand-over, and what becomes of a meeting; the number goes along with it. */
export function meetingService(services: MeetingServices): Handlers<keyof typeof meetingContract> {
  /** Where the meeting may be moved so by this user: `act` writes it and moves the number along. */
  async function move(
    context: Context,
    meetingId: string,
    type: MeetingMove,
    act: (work: Work, meeting: Meeting) => Promise<Result<unknown>>,
  ): Promise<Out> {
    return context.write(async (work) => {
      const meeting = await meetingById(work.trx, meetingId);
      if (meeting === undefined) return fail('not_found');
      const { units } = await meetingPlaces(work.trx);
      if (!mayActFor(context, meeting.unitCode, units)) return notOfYourUnit(meeting);
      if (meetingAfter(type, meeting.status) === undefined) return wrongMeeting(meeting);
      const acted = await act(work, meeting);
      return acted.ok ? succeed({ meeting: await readMeetingBack(work, meetingId) }) : acted;
    });
  }

  return {
    ...meetingQueries(services),

    'meeting.handOver': (context, input) => handOver(services, context, input),

    'meeting.start': (context, { meetingId }) =>
      move(context, meetingId, 'meeting.started', async (work, meeting) => {
        await work.append(fact(meetingStream(meetingId), 'meeting.started', {}));
        await moveInRoom(work, meeting, 'ticket.serving');
        return succeed(null);
      }),

    'meeting.end': (context, { meetingId, result, isInformed }) =>
      move(context, meetingId, 'meeting.ended', async (work, meeting) => {
        await work.append(fact(meetingStream(meetingId), 'meeting.ended', { result, isInformed }));
        await moveInRoom(work, meeting, 'ticket.served');
        return succeed(null);
      }),

    'meeting.returnToDesk': (context, { meetingId, result, to }) =>
      move(context, meetingId, 'meeting.returned', async (work, meeting) => {
        const target =
          to === null ? succeed(await placeAtDesks(work, meeting)) : await targetNamed(work.trx, to);
        if (!target.ok) return target;
        await work.append(fact(meetingStream(meetingId), 'meeting.returned', { to: target.value, result }));
        await sendBack(work, meeting, target.value);
        return succeed(null);
      }),

    'meeting.cancel': (context, { meetingId, reason }) =>
      move(context, meetingId, 'meeting.cancelled', async (work, meeting) => {
        await work.append(fact(meetingStream(meetingId), 'meeting.cancelled', { reason }));
        if (reason === 'mistake') await sendBack(work, meeting, meeting.back);
        if (reason === 'no_show') await moveInRoom(work, meeting, 'ticket.no_show');
        if (reason === 'left') await moveInRoom(work, meeting, 'ticket.cancelled');
        return succeed(null);
      }),
  };
}
