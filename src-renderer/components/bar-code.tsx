import { code128, drawingSVG, qrcode } from 'bwip-js/browser';
import { useMemo } from 'react';

type BarCodeProps = {
  readonly kind: 'code128' | 'qrcode';
  readonly value: string;
  /** In CSS pixels, or any length of CSS; the other side follows. */
  readonly height: number | string;
  /** What it is for; where it is left out, its value is read. */
  readonly label?: string;
};

/** Black on white in both themes, with the quiet zone that the symbology asks for: a scanner needs it so. */
const onPaper = { scale: 2, backgroundcolor: 'FFFFFF' } as const;

export function BarCode({ kind, value, height, label = value }: BarCodeProps) {
  const source = useMemo(
    () => `data:image/svg+xml;utf8,${encodeURIComponent(draw(kind, value))}`,
    [kind, value],
  );
  return <img src={source} alt={label} style={{ display: 'block', height, maxWidth: '100%' }} />;
}

function draw(kind: BarCodeProps['kind'], text: string): string {
  return kind === 'qrcode'
    ? qrcode({ ...onPaper, bcid: kind, text, padding: 4 }, drawingSVG())
    : code128({ ...onPaper, bcid: kind, text, height: 10, paddingwidth: 10, paddingheight: 1 }, drawingSVG());
}
