import { phrasesOf, type SpokenCall } from '../../../src-shared/rules/announcement.ts';
import { type Sound, secondsOf } from './sounds.ts';

/** One sound to be heard from an instant on, in seconds. */
export type Piece = { readonly sound: Sound; readonly duration: number; readonly startAt: number };

export type Timeline = { readonly pieces: readonly Piece[]; readonly endsAt: number };

/** Between the number and the place, and before the voice. */
const breath = 0.22;
/** Before the same is said once more. */
const pause = 0.7;

/** The chime alone, from `startAt` on. */
export function chimeTimeline(duration: number, startAt: number): Timeline {
  return { pieces: [{ sound: 'chime', duration, startAt }], endsAt: startAt + duration };
}

/** A call as it is spoken, `times` over: the clips of a phrase without a gap, a breath between phrases. */
export function voiceTimeline(call: SpokenCall, startAt: number, times = 1): Timeline {
  const pieces: Piece[] = [];
  let at = startAt;
  for (let said = 0; said < times; said += 1) {
    if (said > 0) at += pause;
    phrasesOf(call).forEach((phrase, index) => {
      if (index > 0) at += breath;
      for (const sound of phrase) {
        const duration = secondsOf(sound);
        pieces.push({ sound, duration, startAt: at });
        at += duration;
      }
    });
  }
  return { pieces, endsAt: at };
}

/** The chime, then the voice. */
export function callTimeline(
  call: SpokenCall,
  chimeDuration: number,
  startAt: number,
  times: number,
): Timeline {
  const chime = chimeTimeline(chimeDuration, startAt);
  const voice = voiceTimeline(call, chime.endsAt + breath, times);
  return { pieces: [...chime.pieces, ...voice.pieces], endsAt: voice.endsAt };
}
