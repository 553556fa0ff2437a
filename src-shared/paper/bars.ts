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
