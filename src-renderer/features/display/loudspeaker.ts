import chimeUrl from '../../../assets/sounds/chime.ogg';
import voiceUrl from '../../../assets/voice/tr/voice.ogg';
import { type SpokenCall, sentenceOf } from '../../../src-shared/rules/announcement.ts';
import type { DisplaySettings } from './display-settings.ts';
import { sayBySystem } from './system-voice.ts';
import { callTimeline, chimeTimeline, type Timeline, voiceTimeline } from './timeline.ts';

/**
 * `blocked`: the browser lets no page sound before somebody has touched it. `missing`: the sounds could not be fetched
 * or played; they are tried again at the next call.
 */
export type SoundState = 'loading' | 'ready' | 'blocked' | 'missing';

type Sounds = { readonly chime: AudioBuffer; readonly voice: AudioBuffer };
type How = Pick<DisplaySettings, 'mode' | 'volume' | 'times'>;

/** From the order to the first sample, so that no piece is late. */
const leadSeconds = 0.06;
/** Beyond its own length, before a loudspeaker that was unplugged is given up. */
const graceMillis = 2_000;

export type Loudspeaker = {
  /**
   * Chime and voice of one call, after whatever is being said, to their end. Says nothing where nothing can be
   * heard, and never rejects.
   */
  readonly say: (call: SpokenCall, how: How) => Promise<void>;
  /** Tries again to be heard: after a key or a touch, or when the network is back. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
};

/** @param onState called with every change, from the first on */
export function createLoudspeaker(onState: (state: SoundState) => void): Loudspeaker {
  if (!('AudioContext' in window)) {
    onState('missing');
    return { say: async () => {}, wake: () => {}, close: async () => {} };
  }
  const context = new AudioContext();
  let sounds: Promise<Sounds> | undefined;
  let saying = Promise.resolve();
  context.addEventListener('statechange', () => void prepare());
  void prepare();

  /** The sounds, where they can be heard now. */
  async function prepare(): Promise<Sounds | undefined> {
    sounds ??= loadSounds(context);
    try {
      const loaded = await sounds;
      onState(context.state === 'running' ? 'ready' : 'blocked');
      return context.state === 'running' ? loaded : undefined;
    } catch {
      sounds = undefined;
      onState('missing');
      return undefined;
    }
  }

  async function play({ pieces, endsAt }: Timeline, loaded: Sounds, volume: number): Promise<void> {
    const gain = context.createGain();
    gain.gain.value = volume / 100;
    gain.connect(context.destination);
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    for (const piece of pieces) {
      const { sound, startAt, offset, duration } = piece;
      const source = context.createBufferSource();
      source.buffer = loaded[sound];
      source.connect(gain);
      source.addEventListener('ended', () => {
        if (piece === pieces[pieces.length - 1]) end();
      });
      source.start(startAt, offset, duration);
    }
    const timer = setTimeout(end, (endsAt - context.currentTime) * 1_000 + graceMillis);
    await ended;
    clearTimeout(timer);
    gain.disconnect();
  }

  async function sayNow(call: SpokenCall, { mode, volume, times }: How): Promise<void> {
    if (mode === 'silent') return;
    const loaded = await prepare();
    if (loaded === undefined) return;
    const start = () => context.currentTime + leadSeconds;
    const chime = loaded.chime.duration;
    if (mode === 'recorded') return play(callTimeline(call, chime, start(), times), loaded, volume);
    await play(chimeTimeline(chime, start()), loaded, volume);
    if (mode === 'chime' || (await sayBySystem(sentenceOf(call), volume, times))) return;
    await play(voiceTimeline(call, start(), times), loaded, volume);
  }

  return {
    say(call, how) {
      saying = saying.then(() => sayNow(call, how)).catch(() => onState('missing'));
      return saying;
    },
    wake() {
      if (context.state === 'suspended') void context.resume();
      void prepare();
    },
    close: () => context.close(),
  };
}

async function loadSounds(context: AudioContext): Promise<Sounds> {
  const [chime, voice] = await Promise.all([chimeUrl, voiceUrl].map((url) => load(context, url)));
  if (chime === undefined || voice === undefined) throw new Error('A sound is missing');
  return { chime, voice };
}

async function load(context: AudioContext, url: string): Promise<AudioBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Sound not there: ${response.status}`);
  return context.decodeAudioData(await response.arrayBuffer());
}
