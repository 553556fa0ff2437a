import { type Bitmap, blank } from './bitmap.ts';
import { type Contour, fillContours } from './fill.ts';

type Kind = 'code128' | 'qrcode';

/** bwip-js draws a module of a QR code two units wide at its scale 1, a bar's module one. */
const unitsOfModule: Readonly<Record<Kind, number>> = { code128: 1, qrcode: 2 };

/** A bar code or QR code, one dot a module and without its quiet zone; a bar code is one row high. */
export async function modulesOf(kind: Kind, value: string): Promise<Bitmap> {
  const bwip = await import('bwip-js/node');
  const contours: Contour[] = [];
  const units = unitsOfModule[kind];
  let size = { width: 0, height: 0 };
  const drawn: Bitmap = bwip[kind](
    { bcid: kind, text: value, scale: 1, ...(kind === 'qrcode' ? { eclevel: 'M' } : {}) },
    {
      scale: (x, y) => [x, y],
      measure: () => ({ width: 0, ascent: 0, descent: 0 }),
      init: (width, height) => {
        size = { width: width / units, height: kind === 'code128' ? 1 : height / units };
      },
      line: (x, _y0, _x1, _y1, width) => {
        // Given by its middle, an odd width with its larger half to the left of it.
        const left = Math.floor(x - width / 2);
        contours.push(square(left, left + width));
      },
      polygon: (points) => contours.push(points.map(([x, y]) => [x / units, y / units])),
      hexagon: unused,
      ellipse: unused,
      fill: () => undefined,
      text: unused,
      end: () => {
        const bitmap = blank(size.width, size.height);
        fillContours(bitmap, contours);
        return bitmap;
      },
    },
  );
  return drawn;
}

function square(left: number, right: number): Contour {
  return [
    [left, 0],
    [right, 0],
    [right, 1],
    [left, 1],
  ];
}

function unused(): never {
  throw new Error('bwip-js draws codes in another way than it did');
}
