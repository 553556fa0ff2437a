import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine reads PDF and barcodes by others' programs (Debian: poppler-utils, zbar-tools). */
export function hasReaders(): boolean {
  return ['pdftotext', 'pdffonts', 'pdftoppm', 'zbarimg'].every(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined,
  );
}

export type ReadPdf = {
  /** As one would select it, in the order of reading. */
  readonly text: string;
  readonly pages: number;
  /** Of each font: whether it is embedded. */
  readonly fonts: readonly boolean[];
  /** What a reader makes of the barcodes of the first page at 150 dpi. */
  readonly barcodes: readonly string[];
};

/** Reads a PDF as others see it. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'banko-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    const text = run('pdftotext', ['-layout', file, '-']);
    run('pdftoppm', ['-r', '150', '-png', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'page')]);
    const [, , ...fonts] = run('pdffonts', [file]).trim().split('\n');
    const found = spawnSync('zbarimg', ['--quiet', '--raw', join(folder, 'page.png')], { encoding: 'utf8' });
    return {
      text,
      pages: text.split('\f').length - 1,
      fonts: fonts.map((line) => /\byes +yes +yes\b/.test(line)),
      barcodes: found.stdout.split('\n').filter((line) => line !== ''),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8' });
}
