import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import clips from '../../assets/voice/tr/clips.json' with { type: 'json' };
import { voiceClips } from './voice-clips.ts';

const voice = readFileSync(new URL('../../assets/voice/tr/voice.ogg', import.meta.url));
const chime = readFileSync(new URL('../../assets/sounds/chime.ogg', import.meta.url));

/** Of an Ogg stream with Opus in it: the position of its last page less what a decoder skips at the start. */
function millisOf(ogg: Buffer): number {
  const lastPage = ogg.lastIndexOf('OggS');
  const skipped = ogg.readUInt16LE(ogg.indexOf('OpusHead') + 10);
  return (Number(ogg.readBigUInt64LE(lastPage + 6)) - skipped) / 48;
}

test('every clip that can be asked for is among the shipped sounds, and none beside', () => {
  expect(Object.keys(clips)).toEqual([...voiceClips.keys()]);
});

test('each clip is a stream of its own, as long as it is said to be, and together they are the file', () => {
  let end = 0;
  for (const [name, { start, bytes, millis }] of Object.entries(clips)) {
    expect(start, name).toBe(end);
    end = start + bytes;
    const stream = voice.subarray(start, end);
    expect(stream.subarray(0, 4).toString('latin1'), name).toBe('OggS');
    expect(Math.abs(millisOf(stream) - millis), name).toBeLessThan(2);
    expect(millis > 200 && millis < 2_500, name).toBe(true);
  }
  expect(end).toBe(voice.length);
});

test('voice and chime together stay well under a megabyte', () => {
  expect(voice.length + chime.length).toBeLessThan(750_000);
  expect(millisOf(chime)).toBeLessThan(2_000);
});
