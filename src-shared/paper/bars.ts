/** A linear barcode as it was drawn: lines from top to bottom. */
export type Bars = {
  /** In modules. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly { readonly width: string; readonly path: string }[];
};

/** Reads the bars out of the SVG that bwip-js draws of a Code 128. Throws where it draws in another way than it did. */
export function barsOf(svg: string): Bars {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const lines = [...svg.matchAll(/stroke-width="(\d+)" d="([ML\d. ]+?) ?"/g)].map(
    ([, bar = '', path = '']) => ({ width: bar, path }),
  );
  if (width === undefined || height === undefined || lines.length === 0)
    throw new Error('bwip-js draws bars in another way than it did');
  return { width: Number(width), height: Number(height), lines };
}

/** A square code as it was drawn: one path, filled where it is covered an odd number of times. */
export type Square = { readonly size: number; readonly path: string };

/** The same of a QR code. */
export function squareOf(svg: string): Square {
  const [, size, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const [, path] = /<path d="([MLZ\d. ]+)" fill-rule="evenodd"/.exec(svg) ?? [];
  if (size === undefined || size !== height || path === undefined)
    throw new Error('bwip-js draws squares in another way than it did');
  return { size: Number(size), path };
}
