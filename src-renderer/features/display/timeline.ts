import clipPlaces from '../../../assets/voice/tr/clips.json' with { type: 'json' };
import { phrasesOf, type SpokenCall } from '../../../src-shared/rules/announcement.ts';

/** One piece of a sound file, to be heard from an instant on; all in seconds. */
export type Piece = {
  readonly sound: 'chime' | 'voice';
  /** Where it begins in its file. */
  readonly offset: number;
  readonly duration: number;
  readonly startAt: number;
};

export type Timeline = { readonly pieces: readonly Piece[]; readonly endsAt: number };

/** Between the number and the place, and before the voice. */
const breath = 0.22;
/** Before the same is said once more. */
const pause = 0.7;

const places: Readonly<Record<string, { readonly startMillis: number; readonly millis: number }>> =
  clipPlaces;

/** The chime alone, from `startAt` on. */
export function chimeTimeline(chimeDuration: number, startAt: number): Timeline {
  const chime: Piece = { sound: 'chime', offset: 0, duration: chimeDuration, startAt };
  return { pieces: [chime], endsAt: startAt + chimeDuration };
}

/** A call as it is spoken, `times` over: the clips of a phrase without a gap, a breath between phrases. */
export function voiceTimeline(call: SpokenCall, startAt: number, times = 1): Timeline {
  const pieces: Piece[] = [];
  let at = startAt;
  for (let said = 0; said < times; said += 1) {
    if (said > 0) at += pause;
    phrasesOf(call).forEach((phrase, index) => {
      if (index > 0) at += breath;
      for (const clip of phrase) {
        const place = places[clip];
        if (place === undefined) throw new Error(`There is no sound for ${clip}`);
        const duration = place.millis / 1_000;
        pieces.push({ sound: 'voice', offset: place.startMillis / 1_000, duration, startAt: at });
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
