import { failSaying } from '../../../../src-shared/contract/errors.ts';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';

/** In which state the meeting is now, for whoever pressed a key that does not fit it. */
export function wrongMeeting(meeting: Meeting) {
  return failSaying('wrong_state', `Bu işlem yapılamaz: ${stateInWords(meeting)}`);
}

/** The visitor is expected or talked with somewhere already. */
export function alreadyHandedOver(meeting: Meeting) {
  return failSaying('wrong_state', `Bu numara görüşmeye verilmiş: ${stateInWords(meeting)}`);
}

export function notOfYourUnit({ unitName }: Pick<Meeting, 'unitName'>) {
  return failSaying('forbidden', `Bu görüşme başka bir birimin (${unitName}).`);
}

function stateInWords({ ticketLabel, status, room, unitName }: Meeting): string {
  const at = ` (${room?.roomName ?? 'Teams'}, ${unitName})`;
  switch (status) {
    case 'held':
      return `${ticketLabel} görüşmeye bekleniyor${at}.`;
    case 'in_progress':
      return `${ticketLabel} ile görüşme sürüyor${at}.`;
    case 'ended':
      return `${ticketLabel} ile görüşme bitti${at}.`;
    case 'returned':
      return `${ticketLabel} bankoya geri gönderildi${at}.`;
    case 'cancelled':
      return `${ticketLabel} ile görüşme iptal edildi${at}.`;
    default:
      return assertNever(status);
  }
}
