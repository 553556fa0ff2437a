import { type Bitmap, blank, drawScaled, fillRect, stack } from '../../adapters/printing/raster/bitmap.ts';
import { modulesOf } from '../../adapters/printing/raster/codes.ts';

export type SlipPaper = {
  readonly paper: Bitmap;
  /** What the printer writes in letters of its own, one for each line, as bytes of its code page. */
  readonly texts: readonly Buffer[];
  readonly isCut: boolean;
};

/**
 * Prints ESC/POS on a head of so many dots: an interpreter of the commands that we send, written from Epson's
 * reference; it throws at any other. Codes of the printer's own are drawn at the module width that they ask for;
 * its letters are grey boxes of nothing, so how they look is not proved by it.
 */
export async function printEscPos(bytes: Uint8Array, headDots: number): Promise<SlipPaper> {
  const pieces: Bitmap[] = [];
  const texts: Buffer[] = [];
  let [at, isCentred, isCut] = [0, false, false];
  let [module, height] = [3, 162];
  let qr = { size: 3, data: '' };
  const next = (count: number) => {
    if (at + count > bytes.length) throw new Error('The job ends in the middle of a command');
    at += count;
    return Buffer.from(bytes.subarray(at - count, at));
  };
  const place = (code: Bitmap, width: number, rows: number, draw: (onto: Bitmap, left: number) => void) => {
    if (width > headDots) throw new Error(`${code.width} modules are wider than the head`);
    const piece = blank(headDots, rows);
    draw(piece, isCentred ? Math.floor((headDots - width) / 2) : 0);
    pieces.push(piece);
  };
  const feed = (dots: number) => pieces.push(blank(headDots, dots));

  while (at < bytes.length) {
    const [byte = 0] = next(1);
    if (byte === 0x0a) feed(30);
    else if (byte === 0x1b) escapeCommand(next(1).toString('latin1'));
    else if (byte === 0x1c) next(1);
    else if (byte === 0x1d) await groupCommand(next(1).toString('latin1'));
    else if (byte >= 0x20) {
      const start = at - 1;
      while (at < bytes.length && (bytes[at] ?? 0) >= 0x20) at += 1;
      texts.push(Buffer.from(bytes.subarray(start, at)));
    } else throw new Error(`A control character ${byte} that no command begins with`);
  }
  return { paper: stack(pieces, headDots), texts, isCut };

  function escapeCommand(command: string): void {
    if (command === '@') return;
    if (command === 'a') isCentred = next(1)[0] === 1;
    else if (command === 'd') feed((next(1)[0] ?? 0) * 30);
    else if ('RtME'.includes(command)) next(1);
    else if (command === 'B') next(2);
    else if (command === 'p') next(3);
    else throw new Error(`ESC ${command}`);
  }

  async function groupCommand(command: string): Promise<void> {
    if (command === '!' || command === 'H') next(1);
    else if (command === 'h') height = next(1)[0] ?? 0;
    else if (command === 'w') module = next(1)[0] ?? 0;
    else if (command === 'V') {
      isCut = true;
      next(2);
    } else if (command === 'v') picture();
    else if (command === 'k') await barcode();
    else if (command === '(') await square();
    else throw new Error(`GS ${command}`);
  }

  function picture(): void {
    const [, , xl = 0, xh = 0, yl = 0, yh = 0] = next(6);
    const [stride, rows] = [xl + 256 * xh, yl + 256 * yh];
    const data = next(stride * rows);
    const piece = blank(headDots, rows);
    for (const [index, byte] of data.entries())
      for (let bit = 0; bit < 8; bit += 1)
        if ((byte & (0x80 >> bit)) !== 0) {
          const x = (index % stride) * 8 + bit;
          if (x >= headDots) throw new Error('A picture is wider than the head');
          fillRect(piece, { x, y: Math.floor(index / stride), width: 1, height: 1 });
        }
    pieces.push(piece);
  }

  async function barcode(): Promise<void> {
    const [system, length = 0] = next(2);
    const data = next(length).toString('latin1');
    if (system !== 73 || !data.startsWith('{B')) throw new Error('No Code 128 in code set B');
    const bars = await modulesOf('code128', data.slice(2).replaceAll('{{', '{'));
    place(bars, bars.width * module, height, (onto, left) => {
      for (let x = 0; x < bars.width; x += 1)
        if (bars.dots[x] === 1) fillRect(onto, { x: left + x * module, y: 0, width: module, height });
    });
  }

  async function square(): Promise<void> {
    const [, low = 0, high = 0] = next(3);
    const [, kind = 0, ...rest] = next(low + 256 * high);
    if (kind === 67) qr = { ...qr, size: rest[0] ?? 0 };
    if (kind === 80) qr = { ...qr, data: Buffer.from(rest.slice(1)).toString('utf8') };
    if (kind !== 81) return;
    const code = await modulesOf('qrcode', qr.data);
    const { size } = qr;
    place(code, code.width * size, (code.height + 4) * size, (onto, left) =>
      drawScaled(onto, code, size, left, 2 * size),
    );
  }
}
