import type { TimelineItem } from '../../../../src-shared/contract/application-file.ts';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import { seenWords } from '../person/person-view.ts';
import type { TimelineView } from './timeline.ts';

/** FF-3, ON-3: the file's story with the talks that its applicant had with units, each where it ended or stands. */
export function withMeetings(
  items: readonly TimelineItem[],
  meetings: readonly Meeting[],
  view: Pick<TimelineView, 'isNameless' | 'sights'>,
): TimelineItem[] {
  return meetings.reduce<TimelineItem[]>(
    (lines, meeting) => {
      const line = lineOf(meeting, view);
      const place = lines.findIndex(({ at }) => at > line.at);
      return lines.toSpliced(place === -1 ? lines.length : place, 0, line);
    },
    [...items],
  );
}

function lineOf(
  meeting: Meeting,
  { isNameless, sights }: Pick<TimelineView, 'isNameless' | 'sights'>,
): TimelineItem {
  const { id, endedAt, startedAt, openedAt, startedBy, from, result } = meeting;
  return {
    id,
    kind: 'meeting',
    at: endedAt ?? startedAt ?? openedAt,
    actorName: startedBy?.name ?? from.deskName,
    isUnsent: false,
    title: titleOf(meeting),
    text: isNameless ? '' : seenWords(result, sights),
    smsState: null,
    given: null,
  };
}

function titleOf({ status, unitName, room, isInformed }: Meeting): string {
  const where = `${unitName}, ${room?.roomName ?? 'Teams'}`;
  switch (status) {
    case 'held':
      return `Görüşmeye yönlendirildi: ${where}`;
    case 'in_progress':
      return `Görüşme sürüyor: ${where}`;
    case 'ended':
      return isInformed ? `Görüşüldü, yerinde bilgilendirildi: ${where}` : `Görüşüldü: ${where}`;
    case 'returned':
      return `Görüşmeden bankoya gönderildi: ${where}`;
    case 'cancelled':
      return `Görüşme yapılmadı: ${where}`;
    default:
      return assertNever(status);
  }
}
