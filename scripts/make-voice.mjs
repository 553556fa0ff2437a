import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { voiceClips } from '../src-shared/rules/voice-clips.ts';
import { root } from './lib/paths.mjs';
import { levelled, samplesOf, trimmed, waveOf } from './lib/sound.mjs';

/**
 * Makes the hall's voice and chime anew, into assets/voice/tr and assets/sounds: with espeak-ng (its Turkish voice),
 * sox and opusenc, which nothing else here needs. Run by hand after a change of `voice-clips.ts`, on the project's Node:
 * `node scripts/make-voice.mjs`.
 */
const rate = 24_000;
/** Words a minute. Slower than talking: it is heard across a hall. */
const speed = 140;

const folder = mkdtempSync(join(tmpdir(), 'banko-voice-'));
try {
  makeVoice();
  makeChime();
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * One file with a stream of its own for each clip, so that one request brings them all and each is decoded when it is
 * needed: all at once would keep a television busy for seconds.
 */
function makeVoice() {
  /** @type {Record<string, { start: number, bytes: number, millis: number }>} */
  const clips = {};
  /** @type {Buffer[]} */
  const streams = [];
  let start = 0;
  for (const [clip, words] of voiceClips) {
    const spoken = levelled(trimmed(speak(clip, words), rate), rate);
    const wave = join(folder, 'clip.wav');
    const stream = join(folder, 'clip.ogg');
    writeFileSync(wave, waveOf(spoken, rate));
    encode(wave, stream, { kilobits: 32, serial: streams.length + 1 });
    const bytes = readFileSync(stream);
    clips[clip] = { start, bytes: bytes.length, millis: Math.round((spoken.length / rate) * 1_000) };
    streams.push(bytes);
    start += bytes.length;
  }
  writeFileSync(join(root, 'assets/voice/tr/voice.ogg'), Buffer.concat(streams));
  writeFileSync(join(root, 'assets/voice/tr/clips.json'), `${JSON.stringify(clips, undefined, 2)}\n`);
}

/**
 * The end of a phrase rises before the breath and falls at the end of the announcement; what is joined to something
 * after it is spoken flat, so that the seam is not heard.
 * @param {string} clip
 * @param {string} words
 */
function speak(clip, words) {
  const isEnd = clip.startsWith('place/') || clip === 'look';
  const isMiddle = !isEnd && !clip.startsWith('number/') && !clip.endsWith('/end');
  const text = isMiddle ? `<prosody range="35%">${words}</prosody>` : `${words}${isEnd ? '.' : ','}`;
  const raw = join(folder, 'raw.wav');
  const clean = join(folder, 'clean.wav');
  const voice = `-m -v tr -s ${speed} -p 42 -w`.split(' ');
  execFileSync('espeak-ng', [...voice, raw, `<speak>${text}</speak>`]);
  // Without what a small loudspeaker can't carry, with a little body, and less of the synthesizer's edge.
  const effects = `highpass 90 equalizer 220 1q +2 treble -3 5000 rate -v ${rate}`.split(' ');
  execFileSync('sox', ['-D', '-G', raw, '-b', '16', '-c', '1', clean, ...effects]);
  return samplesOf(readFileSync(clean));
}

/** Two soft bells, a falling third, made of sines alone. */
function makeChime() {
  const high = bell(659.25, 1.2);
  const low = join(folder, 'low.wav');
  const chime = join(folder, 'chime.wav');
  execFileSync('sox', ['-D', bell(523.25, 1.4), low, 'pad', '0.42']);
  execFileSync('sox', ['-D', '-m', high, low, chime, 'gain', '-n', '-6']);
  encode(chime, join(root, 'assets/sounds/chime.ogg'), { kilobits: 48, serial: 1 });
}

/**
 * @param {number} hertz
 * @param {number} seconds
 */
function bell(hertz, seconds) {
  const file = join(folder, `${hertz}.wav`);
  const partials = [hertz, hertz * 2, hertz * 3.01].flatMap((partial) => ['sine', String(partial)]);
  const tone = ['synth', String(seconds), ...partials, 'remix', '1v0.7,2v0.2,3v0.08'];
  const fading = ['fade', 'l', '0.006', String(seconds), String(seconds - 0.02)];
  execFileSync('sox', ['-D', '-n', '-r', String(rate), '-b', '16', file, ...tone, ...fading]);
  return file;
}

/**
 * @param {string} wave
 * @param {string} output
 * @param {{ kilobits: number, serial: number }} how the serial parts the streams of one file
 */
function encode(wave, output, { kilobits, serial }) {
  // Nothing but sound, so that the same sounds give the same file.
  const options = `--quiet --bitrate ${kilobits} --serial ${serial} --padding 0 --discard-comments`.split(
    ' ',
  );
  execFileSync('opusenc', [...options, wave, output]);
}
