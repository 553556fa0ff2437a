/** Loudness to which every clip is brought, as the mean square root of its samples. */
const loudness = 0.13;
/** Below it nothing is heard. */
const silence = 0.006;
/** Kept before and after what is heard, so that no consonant loses its beginning. */
const keptMillis = 8;
const fadeMillis = 5;

/**
 * The samples of a mono wave file of 16 bits, from -1 to 1.
 * @param {Buffer} wave
 */
export function samplesOf(wave) {
  const at = wave.indexOf('data');
  const bytes = wave.subarray(at + 8, at + 8 + wave.readUInt32LE(at + 4));
  return Float32Array.from(
    { length: bytes.length >> 1 },
    (_, index) => bytes.readInt16LE(index * 2) / 32_768,
  );
}

/**
 * Without the silence at both ends.
 * @param {Float32Array} samples
 * @param {number} rate
 */
export function trimmed(samples, rate) {
  const first = samples.findIndex((sample) => Math.abs(sample) > silence);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > silence);
  if (first < 0) throw new Error('A clip is silent');
  const kept = (keptMillis / 1_000) * rate;
  return samples.slice(Math.max(0, first - kept), Math.min(samples.length, last + 1 + kept));
}

/**
 * As loud as every other clip, and faded at both ends so that no join clicks.
 * @param {Float32Array} samples
 * @param {number} rate
 */
export function levelled(samples, rate) {
  const gain = Math.min(loudness / rms(samples), 0.89 / peak(samples));
  const fade = (fadeMillis / 1_000) * rate;
  return samples.map((sample, index) => {
    const edge = Math.min(1, index / fade, (samples.length - 1 - index) / fade);
    return sample * gain * edge;
  });
}

/** @param {Float32Array} samples */
function rms(samples) {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** @param {Float32Array} samples */
function peak(samples) {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

/**
 * A mono wave file of 16 bits.
 * @param {Float32Array} samples
 * @param {number} rate
 */
export function waveOf(samples, rate) {
  const wave = Buffer.alloc(44 + samples.length * 2);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + samples.length * 2, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(rate, 24);
  wave.writeUInt32LE(rate * 2, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    wave.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + index * 2);
  });
  return wave;
}
