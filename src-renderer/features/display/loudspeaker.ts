import { type SpokenCall, sentenceOf } from '../../../src-shared/rules/announcement.ts';
import type { DisplaySettings } from './display-settings.ts';
import { loadSounds, type Sounds } from './sounds.ts';
import { sayBySystem } from './system-voice.ts';
import { callTimeline, chimeTimeline, type Timeline, voiceTimeline } from './timeline.ts';

/**
 * `blocked`: the browser lets no page sound before somebody has touched it. `missing`: the sounds could not be fetched
 * or played; they are tried again at the next call.
 */
export type SoundState = 'loading' | 'ready' | 'blocked' | 'missing';

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

  /** @param from the timeline, given the instant at which it begins */
  async function play(from: (startAt: number) => Timeline, loaded: Sounds, volume: number): Promise<void> {
    const buffers = await Promise.all(from(0).pieces.map(({ sound }) => loaded.bufferOf(sound)));
    const { pieces, endsAt } = from(context.currentTime + leadSeconds);
    const gain = context.createGain();
    gain.gain.value = volume / 100;
    gain.connect(context.destination);
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    pieces.forEach(({ startAt, duration }, index) => {
      const source = context.createBufferSource();
      source.buffer = buffers[index] ?? null;
      source.connect(gain);
      if (index === pieces.length - 1) source.addEventListener('ended', end);
      source.start(startAt, 0, duration);
    });
    const timer = setTimeout(end, (endsAt - context.currentTime) * 1_000 + graceMillis);
    await ended;
    clearTimeout(timer);
    gain.disconnect();
  }

  async function sayNow(call: SpokenCall, { mode, volume, times }: How): Promise<void> {
    if (mode === 'silent') return;
    const loaded = await prepare();
    if (loaded === undefined) return;
    const chime = loaded.chime.duration;
    if (mode === 'recorded') return play((at) => callTimeline(call, chime, at, times), loaded, volume);
    await play((at) => chimeTimeline(chime, at), loaded, volume);
    if (mode === 'chime' || (await sayBySystem(sentenceOf(call), volume, times))) return;
    await play((at) => voiceTimeline(call, at, times), loaded, volume);
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
