import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';

export type Difference = {
  readonly isSameSize: boolean;
  /** Share of pixels that are clearly darker or lighter than on paper. */
  readonly share: number;
  /** Share of pixels that are not white on paper: a blank sheet equals a blank sheet. */
  readonly inked: number;
};

/** A sheet as a printer's own program rasterises it (Debian: poppler-utils), as a PNG at 96 dpi. */
export function printedSheet(pdf: Uint8Array, number: number): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'banko-sheet-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const of = String(number);
    execFileSync('pdftoppm', [
      '-r',
      '96',
      '-png',
      '-f',
      of,
      '-l',
      of,
      '-singlefile',
      file,
      join(folder, 'sheet'),
    ]);
    return readFileSync(join(folder, 'sheet.png'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Compares what a canvas shows with a sheet as it was printed. Both are averaged over squares first: two programs
 * smooth the edges of one letter differently, but neither puts it elsewhere.
 */
export async function differenceTo(canvas: Locator, sheet: Buffer): Promise<Difference> {
  await expect(canvas).toBeVisible();
  return canvas.evaluate(
    async (shown: HTMLCanvasElement, source: string) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const square = 4;
      const [width, height] = [Math.floor(shown.width / square), Math.floor(shown.height / square)];
      const grey = (picture: CanvasImageSource) => {
        const small = document.createElement('canvas');
        small.width = width;
        small.height = height;
        const pen = small.getContext('2d');
        if (pen === null) throw new Error('No canvas to compare on');
        pen.imageSmoothingQuality = 'high';
        pen.drawImage(picture, 0, 0, width, height);
        const { data } = pen.getImageData(0, 0, width, height);
        return Array.from({ length: width * height }, (_, at) => data[at * 4 + 1] ?? 0);
      };
      const [ours, theirs] = [grey(shown), grey(image)];
      const count = (isIt: (our: number, their: number) => boolean) =>
        ours.filter((our, at) => isIt(our, theirs[at] ?? 0)).length / ours.length;
      return {
        isSameSize: Math.abs(shown.width - image.width) <= 1 && Math.abs(shown.height - image.height) <= 1,
        share: count((our, their) => Math.abs(our - their) > 64),
        inked: count((_, their) => their < 250),
      };
    },
    `data:image/png;base64,${sheet.toString('base64')}`,
  );
}
