import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bitmap, blank, drawScaled, packRows } from '../../adapters/printing/raster/bitmap.ts';

/** Whether this machine has a barcode reader that is not ours (Debian: zbar-tools). */
export function hasScanner(): boolean {
  return spawnSync('zbarimg', ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Paper beyond what the head prints on each side: 58 mm and 80 mm rolls have about 4 mm, at 203 dpi 32 dots. */
const edge = 32;

/** What zbar reads on a paper, dot by dot as the head burns it: `CODE-128:…`, `QR-Code:…`. */
export function scan(paper: Bitmap): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'banko-scan-'));
  try {
    const file = join(folder, 'paper.pbm');
    writeFileSync(file, pbmOf(paper));
    const { stdout } = spawnSync('zbarimg', ['--quiet', file], { encoding: 'utf8' });
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A picture that every viewer opens. */
export function pbmOf(paper: Bitmap): Uint8Array {
  const whole = blank(paper.width + 2 * edge, paper.height + 2 * edge);
  drawScaled(whole, paper, 1, edge, edge);
  return Buffer.concat([Buffer.from(`P4\n${whole.width} ${whole.height}\n`), packRows(whole)]);
}
