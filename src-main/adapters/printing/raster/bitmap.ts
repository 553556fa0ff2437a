/** Black and white, one byte per dot so that drawing stays plain; packed on the way to a printer. */
export type Bitmap = {
  readonly width: number;
  readonly height: number;
  /** Row by row, 1 is black. */
  readonly dots: Uint8Array;
};

export function blank(width: number, height: number): Bitmap {
  return { width, height, dots: new Uint8Array(width * height) };
}

export function fillRect(
  { width, height, dots }: Bitmap,
  rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const right = Math.min(width, rect.x + rect.width);
  for (let y = Math.max(0, rect.y); y < Math.min(height, rect.y + rect.height); y += 1)
    dots.fill(1, y * width + Math.max(0, rect.x), y * width + Math.max(0, right));
}

/** Each dot as a square of `scale` dots. What does not fit is left out. */
export function drawScaled(target: Bitmap, source: Bitmap, scale: number, left: number, top: number): void {
  for (let y = 0; y < source.height; y += 1)
    for (let x = 0; x < source.width; x += 1)
      if (source.dots[y * source.width + x] === 1)
        fillRect(target, { x: left + x * scale, y: top + y * scale, width: scale, height: scale });
}

/** One under the other; all of them are that wide. */
export function stack(bitmaps: readonly Bitmap[], width: number): Bitmap {
  const whole = blank(
    width,
    bitmaps.reduce((sum, { height }) => sum + height, 0),
  );
  let top = 0;
  for (const bitmap of bitmaps) {
    whole.dots.set(bitmap.dots, top * width);
    top += bitmap.height;
  }
  return whole;
}

/** Eight dots a byte, the leftmost in the highest bit, rows filled up to whole bytes. */
export function packRows({ width, height, dots }: Bitmap, from = 0, to = height): Uint8Array {
  const stride = Math.ceil(width / 8);
  const packed = new Uint8Array(stride * (to - from));
  for (let y = from; y < to; y += 1)
    for (let x = 0; x < width; x += 1)
      if (dots[y * width + x] === 1) {
        const place = (y - from) * stride + (x >> 3);
        packed[place] = (packed[place] ?? 0) | (0x80 >> (x & 7));
      }
  return packed;
}
