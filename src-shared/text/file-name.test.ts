import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

const longest = 120;

test.each([
  ['Şikâyet dilekçesi.pdf', 'Şikâyet dilekçesi.pdf'],
  ['C:\\Users\\ayse\\Belgeler\\rapor.pdf', 'rapor.pdf'],
  ['../../etc/passwd.png', 'passwd.png'],
  ['fatura\u202Efdp.exe', 'faturafdp.exe'],
  ['fatura\u2066\u200B.pdf', 'fatura.pdf'],
  ['S\u0327ikayet.pdf', 'Şikayet.pdf'],
  ['satır\r\nsonu\0.pdf', 'satır sonu.pdf'],
  ['  .gizli.pdf ', 'gizli.pdf'],
  ['saat 10:30 "acil"?.jpg', 'saat 10_30 _acil__.jpg'],
  ['CON.pdf', '_CON.pdf'],
  ['.pdf', 'pdf'],
  ['///', 'belge'],
  ['', 'belge'],
])('%j is kept as %j', (given, kept) => {
  expect(cleanFileName(given, longest)).toBe(kept);
});

test('a long name loses its middle and keeps its extension', () => {
  const name = cleanFileName(`${'ğ'.repeat(300)}.tiff`, longest);
  expect(name).toBe(`${'ğ'.repeat(longest - 5)}.tiff`);
});

test('whatever is given, the name is short, whole, printable and stays as it is when cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = cleanFileName(given, longest);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(longest);
      expect(name.isWellFormed()).toBe(true);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\\/:*?"<>|]/u);
      expect(cleanFileName(name, longest)).toBe(name);
    }),
    { numRuns: 2_000 },
  );
});
