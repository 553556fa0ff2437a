import { type Bitmap, blank, drawScaled, fillRect } from '../../adapters/printing/raster/bitmap.ts';
import { modulesOf } from '../../adapters/printing/raster/codes.ts';

export type LabelPaper = {
  readonly paper: Bitmap;
  readonly texts: readonly { readonly text: string; readonly y: number; readonly height: number }[];
};

/**
 * Prints one ZPL label: the commands that we send, from Zebra's programming guide; it throws at any other, and where
 * something would stand beyond the label. It proves places, sizes, escapes and codes, not a Zebra's own fonts nor
 * how it reads what it can't.
 */
export async function printZpl(bytes: Uint8Array): Promise<LabelPaper> {
  const job = Buffer.from(bytes).toString('utf8');
  const texts: LabelPaper['texts'][number][] = [];
  const width = Number(/\^PW(\d+)/.exec(job)?.[1]);
  const height = Number(/\^LL(\d+)/.exec(job)?.[1]);
  const paper = blank(width, height);
  const drawings: Promise<void>[] = [];
  let field = { x: 0, y: 0, height: 0, module: 2, kind: 'text', isHex: false, magnification: 1 };

  const commands = job.trim().split('^').slice(1);
  if (commands[0]?.trim() !== 'XA' || commands.at(-1) !== 'XZ') throw new Error('A label is not whole');
  if (job.includes('~')) throw new Error('An unescaped tilde');
  for (const command of commands) {
    const [name, rest] = [command.slice(0, 2), command.slice(2).replace(/\n$/, '')];
    const [first = '', second = '', third = ''] = rest.split(',');
    if (name === 'FO') field = { ...field, x: Number(first), y: Number(second), kind: 'text', isHex: false };
    else if (name === 'A0') field = { ...field, height: Number(second) };
    else if (name === 'BY') field = { ...field, module: Number(first) };
    else if (name === 'BC') field = { ...field, kind: 'barcode', height: Number(second) };
    else if (name === 'BQ') field = { ...field, kind: 'qr', magnification: Number(third) };
    else if (name === 'GB') fillRect(paper, { ...field, width: Number(first), height: Number(second) });
    else if (name === 'FH') field = { ...field, isHex: rest === '_' };
    else if (name === 'FD') drawings.push(write(unescaped(rest, field.isHex), field));
    else if (!['XA', 'XZ', 'CI', 'PW', 'LL', 'LH', 'FB', 'FS', 'PQ'].includes(name))
      throw new Error(`^${name}`);
  }
  await Promise.all(drawings);
  return { paper, texts };

  async function write(data: string, at: typeof field): Promise<void> {
    if (at.kind === 'text') {
      within(at.x, at.y, 0, at.height);
      texts.push({ text: data, y: at.y, height: at.height });
    } else if (at.kind === 'barcode') {
      if (!data.startsWith('>:')) throw new Error('No Code 128 in code set B');
      const bars = await modulesOf('code128', data.slice(2).replaceAll('>0', '>'));
      within(at.x, at.y, bars.width * at.module, at.height);
      for (let x = 0; x < bars.width; x += 1)
        if (bars.dots[x] === 1) fillRect(paper, { ...at, x: at.x + x * at.module, width: at.module });
    } else {
      const [, count = '', text = ''] = /^MM,B(\d{4})(.*)$/s.exec(data) ?? [];
      if (Buffer.byteLength(text) !== Number(count)) throw new Error('A QR code of another length');
      const code = await modulesOf('qrcode', text);
      within(at.x, at.y, code.width * at.magnification, code.height * at.magnification);
      drawScaled(paper, code, at.magnification, at.x, at.y);
    }
  }

  function within(x: number, y: number, wide: number, high: number): void {
    if (x + wide > width || y + high > height) throw new Error(`Beyond the label: ${x},${y} ${wide}×${high}`);
  }
}

function unescaped(data: string, isHex: boolean): string {
  return isHex
    ? data.replace(/_([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : data;
}
