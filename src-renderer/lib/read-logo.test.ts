import { expect, test } from 'vitest';
import { readLogo } from './read-logo.ts';

const read = (content: string | Uint8Array) =>
  readLogo(typeof content === 'string' ? new TextEncoder().encode(content) : content, () => 'base64');

test('an SVG of plain paths becomes paths, in the colours that it has', () => {
  const svg =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><title>Logo</title><g><path fill="#0AF" d="M0 0h20v10z"/><path d="M1 1L2 2Z"></path></g></svg>';
  expect(read(svg)).toEqual({
    ok: true,
    logo: {
      ...{ kind: 'drawn', width: 20, height: 10 },
      shapes: [
        { d: 'M0 0h20v10z', fill: '#00aaff' },
        { d: 'M1 1L2 2Z', fill: '#000000' },
      ],
    },
  });
});

test.each([
  ['a text', '<text x="1">OEDAŞ</text>'],
  ['a picture', '<image href="a.png"/>'],
  ['a transform', '<path transform="scale(2)" d="M0 0L1 1Z"/>'],
  ['a style of its own', '<path style="fill:red" d="M0 0L1 1Z"/>'],
  ['a gradient', '<path fill="url(#a)" d="M0 0L1 1Z"/>'],
  ['a program', '<script>alert(1)</script>'],
  ['no path', ''],
])('an SVG with %s is not taken without it', (_, inside) => {
  expect(read(`<svg viewBox="0 0 9 9">${inside}</svg>`)).toEqual({ ok: false, trouble: 'svg' });
});

test('PNG and JPEG are known by how they begin; what is neither or too large is refused', () => {
  expect(read(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toMatchObject({ logo: { mediaType: 'image/png' } });
  expect(read(new Uint8Array([0xff, 0xd8, 0xff]))).toMatchObject({ logo: { mediaType: 'image/jpeg' } });
  expect(read('MZ')).toEqual({ ok: false, trouble: 'kind' });
  expect(read(new Uint8Array(200 * 1024 + 1))).toEqual({ ok: false, trouble: 'size' });
});
