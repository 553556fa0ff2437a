import { inflateSync } from 'node:zlib';
import { type Logo, logoLimits } from '../../../../src-shared/rules/logo.ts';

type Image = Extract<Logo, { kind: 'image' }>;

/** Why an image can't stand on paper, in a sentence; undefined where it can. It is judged by its bytes alone. */
export function imageRefusal({ mediaType, base64 }: Image): string | undefined {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > logoLimits.bytes) return 'Logo en çok 200 kB olabilir.';
  const size = mediaType === 'image/png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
  if (size === undefined)
    return 'Bu dosya logo olarak kullanılamıyor. Düz bir PNG, JPEG ya da yalnız yollardan oluşan bir SVG seçin.';
  return Math.max(size.width, size.height) > logoLimits.pixels
    ? `Logonun kenarı en çok ${logoLimits.pixels} piksel olabilir.`
    : undefined;
}

type Size = { readonly width: number; readonly height: number };

const pngHead = Buffer.from('89504e470d0a1a0a', 'hex');
/** Samples of a pixel, by the colour type of the header. */
const samples: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/**
 * Undefined for what is no whole, plain PNG: the drawing of a paper unpacks it, and a broken stream would end the
 * program there.
 */
function sizeOfPng(bytes: Buffer): Size | undefined {
  if (!bytes.subarray(0, 8).equals(pngHead)) return undefined;
  const chunks = chunksOf(bytes);
  const header = chunks?.[0];
  if (chunks === undefined || header?.type !== 'IHDR' || header.data.length !== 13) return undefined;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlaced = 0] = header.data.subarray(8);
  const perPixel = samples.get(colour);
  const isFlat = width > 0 && height > 0 && interlaced === 0 && (depth === 8 || (colour === 3 && depth < 8));
  const hasPalette = colour !== 3 || chunks.some(({ type }) => type === 'PLTE');
  if (perPixel === undefined || !isFlat || !hasPalette) return undefined;
  if (Math.max(width, height) > logoLimits.pixels) return { width, height };
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const expected = (1 + Math.ceil((width * perPixel * depth) / 8)) * height;
  return unpackedLength(packed, expected) === expected ? { width, height } : undefined;
}

type Chunk = { readonly type: string; readonly data: Buffer };

function chunksOf(bytes: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) return undefined;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  return undefined;
}

function unpackedLength(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length;
  } catch {
    return -1;
  }
}

/** Undefined for what is no whole JPEG in grey or RGB; four colours are for printing presses. */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  const isWhole =
    bytes.subarray(0, 2).toString('hex') === 'ffd8' && bytes.subarray(-2).toString('hex') === 'ffd9';
  if (!isWhole) return undefined;
  for (let at = 2; at + 10 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Baseline, extended and progressive frames; each segment else is passed over by its length.
    if (marker >= 0xc0 && marker <= 0xc2) {
      const isDrawn = bytes[at + 4] === 8 && [1, 3].includes(bytes[at + 9] ?? 0);
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return isDrawn && width > 0 && height > 0 ? { width, height } : undefined;
    }
    if (marker === 0xda) return undefined;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
