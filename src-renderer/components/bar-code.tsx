import { toSVG } from 'bwip-js/browser';
import { useMemo } from 'react';

type BarCodeProps = {
  readonly kind: 'code128' | 'qrcode';
  readonly value: string;
  /** In CSS pixels; the other side follows. */
  readonly height: number;
};

/** Drawn black on white in both themes: a scanner needs it so. */
export function BarCode({ kind, value, height }: BarCodeProps) {
  const source = useMemo(() => {
    const svg = toSVG({ bcid: kind, text: value, scale: 2, ...(kind === 'code128' ? { height: 10 } : {}) });
    return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  }, [kind, value]);
  return <img src={source} alt={value} height={height} style={{ display: 'block', maxWidth: '100%' }} />;
}
