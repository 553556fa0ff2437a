import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import clips from '../assets/voice/tr/clips.json' with { type: 'json' };
import { test } from './support/test.ts';

type Place = { readonly start: number; readonly bytes: number; readonly millis: number };
type Measured = {
  readonly name: string;
  readonly loudness: number;
  /** Of the first and the last sound above a whisper, from the clip's edges, in milliseconds. */
  readonly silentAtStart: number;
  readonly silentAtEnd: number;
  /** The longest silence within, in milliseconds. */
  readonly longestSilence: number;
};

test('a browser decodes every shipped clip: audible, equally loud, and without silence at its ends', async ({
  page,
}) => {
  const measured = await measure(page);
  expect(measured).toHaveLength(Object.keys(clips).length);
  const odd = measured.filter(
    ({ loudness, silentAtStart, silentAtEnd }) =>
      loudness < 0.05 || loudness > 0.2 || silentAtStart > 25 || silentAtEnd > 25,
  );
  expect(odd).toEqual([]);
});

test('joined, no number has a gap that could be heard as its end', async ({ page }) => {
  const numbers = (await measure(page)).filter(({ name }) => !name.startsWith('place/') && name !== 'look');
  const most = (pick: (clip: Measured) => number) => Math.max(...numbers.map(pick));
  expect(most(({ silentAtEnd }) => silentAtEnd) + most(({ silentAtStart }) => silentAtStart)).toBeLessThan(
    60,
  );
  // A consonant like the k of "kırk" closes the mouth longer than any join does.
  expect(most(({ longestSilence }) => longestSilence)).toBeLessThan(160);
});

async function measure(page: Page): Promise<readonly Measured[]> {
  const voice = await readFile('assets/voice/tr/voice.ogg', 'base64');
  return page.evaluate(
    async ({ encoded, places }) => {
      const file = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)).buffer;
      const context = new OfflineAudioContext(1, 1, 48_000);
      const perMilli = context.sampleRate / 1_000;
      const measureOne = async ([name, { start, bytes, millis }]: [string, Place]) => {
        const buffer = await context.decodeAudioData(file.slice(start, start + bytes));
        const clip = buffer.getChannelData(0).subarray(0, millis * perMilli);
        const heard = [...clip.keys()].filter((index) => Math.abs(clip[index] ?? 0) > 0.01);
        const square = clip.reduce((sum, sample) => sum + sample * sample, 0);
        const pauses = heard.slice(1).map((index, before) => index - (heard[before] ?? 0));
        return {
          name,
          loudness: Math.sqrt(square / clip.length),
          silentAtStart: (heard[0] ?? clip.length) / perMilli,
          silentAtEnd: (clip.length - (heard.at(-1) ?? 0)) / perMilli,
          longestSilence: pauses.reduce((most, pause) => Math.max(most, pause), 0) / perMilli,
        };
      };
      return Promise.all(Object.entries(places).map(measureOne));
    },
    { encoded: voice, places: clips },
  );
}
