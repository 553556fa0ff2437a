/** Longer than any call: some systems never say that they have ended. */
const longestMillis = 20_000;

/** A Turkish voice of this computer's own; one that speaks by the internet would fall silent with it. */
export function turkishVoice(): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined;
  return speechSynthesis.getVoices().find(({ lang, localService }) => localService && /^tr\b/i.test(lang));
}

/** Speaks a sentence to its end. Gives false where there is no such voice or it fails. */
export async function sayBySystem(sentence: string, volume: number, times: number): Promise<boolean> {
  const voice = turkishVoice();
  if (voice === undefined) return false;
  for (let said = 0; said < times; said += 1) if (!(await sayOnce(sentence, voice, volume))) return false;
  return true;
}

async function sayOnce(sentence: string, voice: SpeechSynthesisVoice, volume: number): Promise<boolean> {
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.volume = volume / 100;
  utterance.rate = 0.9;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hasSpoken = await new Promise<boolean>((resolve) => {
    utterance.addEventListener('end', () => resolve(true));
    utterance.addEventListener('error', () => resolve(false));
    timer = setTimeout(() => resolve(false), longestMillis);
    speechSynthesis.speak(utterance);
  });
  clearTimeout(timer);
  if (!hasSpoken) speechSynthesis.cancel();
  return hasSpoken;
}
