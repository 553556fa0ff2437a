/** Rings on a phone: by a sound where the visitor has allowed it by a touch, and by shaking where the phone can. */
export type Bell = {
  readonly allow: () => void;
  readonly isAllowed: () => boolean;
  readonly ring: () => void;
};

/** Two tones falling a third, twice. */
const tones = [
  { hertz: 784, at: 0 },
  { hertz: 622, at: 0.28 },
  { hertz: 784, at: 0.9 },
  { hertz: 622, at: 1.18 },
] as const;
const toneSeconds = 0.6;
const shake = [400, 200, 400, 200, 600];

export function createBell(): Bell {
  let context: AudioContext | undefined;

  function play(audio: AudioContext): void {
    for (const { hertz, at } of tones) {
      const start = audio.currentTime + at;
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.exponentialRampToValueAtTime(0.5, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + toneSeconds);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + toneSeconds);
    }
  }

  return {
    allow: () => {
      context ??= new AudioContext();
      void context.resume();
      play(context);
    },
    isAllowed: () => context !== undefined,
    ring: () => {
      if ('vibrate' in navigator) navigator.vibrate(shake);
      if (context !== undefined) play(context);
    },
  };
}
