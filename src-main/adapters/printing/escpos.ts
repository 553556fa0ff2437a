import type { PrintLine } from '../../../src-shared/contract/print.ts';
import type { SlipPrinter } from '../../../src-shared/contract/printers.ts';
import type { PrintContent } from '../../core/ports.ts';
import { selectorOf } from './code-pages.ts';
import { encodeLine } from './escpos-lines.ts';
import type { DrawLine } from './raster/draw-line.ts';

const esc = 0x1b;
const gs = 0x1d;

type Look = Omit<SlipPrinter, 'connection'>;

/** The document as ESC/POS bytes: from a known state of the printer to the cut. */
export async function encodeEscPos(
  content: Exclude<PrintContent, { kind: 'pdf' }>,
  look: Look,
  draw: DrawLine,
): Promise<Uint8Array> {
  const parts =
    content.kind === 'lines' ? [{ lettering: look.lettering, lines: content.lines }] : content.samples;
  const body: (readonly number[])[] = [];
  for (const { lettering, lines } of parts) body.push(await encodePart(lines, { ...look, lettering }, draw));
  return Uint8Array.from([
    ...[esc, 0x40],
    // Out of the Chinese mode that many printers wake up in, where two bytes of Turkish become one sign.
    ...[0x1c, 0x2e],
    ...[esc, 0x52, 0],
    ...body.flat(),
    ...[esc, 0x61, 0],
    ...cuts[look.cut],
    ...sounds[look.buzzer],
  ]);
}

async function encodePart(lines: readonly PrintLine[], look: Look, draw: DrawLine): Promise<number[]> {
  const encoded: (readonly number[])[] =
    look.lettering === 'raster' ? [] : [[esc, 0x74, selectorOf(look.lettering)]];
  for (const line of lines) encoded.push(await encodeLine(line, look, draw));
  return encoded.flat();
}

/** Where nothing is cut, the paper is fed out to where it can be torn off. */
const cuts: Readonly<Record<SlipPrinter['cut'], readonly number[]>> = {
  none: [esc, 0x64, 5],
  partial: [gs, 0x56, 66, 0],
  full: [gs, 0x56, 65, 0],
};

/** After the cut, when there is something to be taken: twice 200 ms, or one pulse of 100 ms at the drawer's socket. */
const sounds: Readonly<Record<SlipPrinter['buzzer'], readonly number[]>> = {
  none: [],
  beep: [esc, 0x42, 2, 2],
  pulse: [esc, 0x70, 0, 50, 250],
};
