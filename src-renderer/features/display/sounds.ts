import chimeUrl from '../../../assets/sounds/chime.ogg';
import clipPlaces from '../../../assets/voice/tr/clips.json' with { type: 'json' };
import voiceUrl from '../../../assets/voice/tr/voice.ogg';
import type { Clip } from '../../../src-shared/rules/voice-clips.ts';

export type Sound = 'chime' | Clip;
export type Sounds = {
  readonly chime: AudioBuffer;
  readonly bufferOf: (sound: Sound) => Promise<AudioBuffer>;
};

const places: Readonly<Record<string, (typeof clipPlaces)['look']>> = clipPlaces;

export function secondsOf(clip: Clip): number {
  return placeOf(clip).millis / 1_000;
}

/** Fetches all sounds at once, so that none is missing later; each clip is decoded when it is first said. */
export async function loadSounds(context: AudioContext): Promise<Sounds> {
  const [chimeBytes, voice] = await Promise.all([load(chimeUrl), load(voiceUrl)]);
  const chime = await context.decodeAudioData(chimeBytes);
  const decoded = new Map<Clip, Promise<AudioBuffer>>();

  function clipOf(clip: Clip): Promise<AudioBuffer> {
    const { start, bytes } = placeOf(clip);
    const buffer = decoded.get(clip) ?? context.decodeAudioData(voice.slice(start, start + bytes));
    decoded.set(clip, buffer);
    return buffer;
  }

  return { chime, bufferOf: async (sound) => (sound === 'chime' ? chime : clipOf(sound)) };
}

function placeOf(clip: Clip) {
  const place = places[clip];
  if (place === undefined) throw new Error(`There is no sound for ${clip}`);
  return place;
}

async function load(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Sound not there: ${response.status}`);
  return response.arrayBuffer();
}
