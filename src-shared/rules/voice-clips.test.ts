import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import clips from '../../assets/voice/tr/clips.json' with { type: 'json' };
import { voiceClips } from './voice-clips.ts';

const voice = readFileSync(new URL('../../assets/voice/tr/voice.ogg', import.meta.url));
const chime = readFileSync(new URL('../../assets/sounds/chime.ogg', import.meta.url));

/** Of an Ogg file with Opus in it: the position of the last page less what a decoder skips at the start. */
function millisOf(ogg: Buffer): number {
  const lastPage = ogg.lastIndexOf('OggS');
  const skipped = ogg.readUInt16LE(ogg.indexOf('OpusHead') + 10);
  return (Number(ogg.readBigUInt64LE(lastPage + 6)) - skipped) / 48;
}

test('every clip that can be asked for is among the shipped sounds, and none beside', () => {
  expect(Object.keys(clips)).toEqual([...voiceClips.keys()]);
});

test('the clips lie in their file one after the other, apart, and all within it', () => {
  const places = Object.values(clips);
  places.forEach(({ startMillis, millis }, index) => {
    const before = places[index - 1];
    expect(startMillis).toBeGreaterThan(before === undefined ? 0 : before.startMillis + before.millis + 100);
    expect(millis).toBeGreaterThan(200);
    expect(millis).toBeLessThan(2_500);
  });
  const last = places.at(-1);
  expect(millisOf(voice)).toBeGreaterThan((last?.startMillis ?? Infinity) + (last?.millis ?? 0));
});

test('voice and chime together stay well under a megabyte', () => {
  expect(voice.length + chime.length).toBeLessThan(750_000);
  expect(millisOf(chime)).toBeLessThan(2_000);
});
