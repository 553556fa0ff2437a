import { setTimeout as pause } from 'node:timers/promises';
import type { SendOutcome } from '../../driver.ts';
import { blocked, uncertain } from '../plain-outcomes.ts';
import { readMessageId } from './messages.ts';
import { canonicalId } from './receipt.ts';
import type { Session, Submitted } from './session.ts';
import { isThrottled, outcomeOfSubmit } from './status-codes.ts';

/** A part after the first waits for a slow centre instead of leaving half a message on the telephone. */
const mostWaits = 20;

/**
 * Submits the parts of one message, one after the other. What happens to the first decides for the message; when
 * a later one fails, a part is with the centre already and the message may not be begun anew by itself.
 */
export async function sendParts(
  session: Session,
  bodies: readonly Buffer[],
  throttlePauseMs: number,
): Promise<SendOutcome> {
  const references: string[] = [];
  for (const body of bodies) {
    let submitted = await session.submit(body);
    for (let waits = 0; references.length > 0 && isHeldUp(submitted) && waits < mostWaits; waits += 1) {
      await pause(throttlePauseMs);
      submitted = await session.submit(body);
    }
    const isTaken = submitted.kind === 'answered' && submitted.answer.status === 0;
    if (!isTaken) {
      return references.length === 0
        ? outcomeOf(submitted, throttlePauseMs)
        : uncertain('Uzun iletinin bir bölümü gönderildi, kalanı gönderilemedi');
    }
    references.push(submitted.kind === 'answered' ? canonicalId(readMessageId(submitted.answer.body)) : '');
  }
  return { kind: 'accepted', reference: references.join(',') };
}

function isHeldUp(submitted: Submitted): boolean {
  return submitted.kind === 'answered' && isThrottled(submitted.answer.status);
}

function outcomeOf(submitted: Submitted, throttlePauseMs: number): SendOutcome {
  switch (submitted.kind) {
    case 'answered':
      return outcomeOfSubmit(submitted.answer.status, throttlePauseMs);
    case 'lost':
      return uncertain('Mesaj merkezinin yanıtı alınamadan bağlantı koptu');
    case 'unsent':
      return submitted.blockedBy === undefined
        ? { kind: 'unknown', reason: 'Mesaj merkezine bağlanılamadı' }
        : blocked(submitted.blockedBy);
    default:
      return submitted satisfies never;
  }
}
