import { expect, test } from 'vitest';
import { encodeText, isWritable, selectorOf } from './code-pages.ts';

const letters = 'ğüşıöçĞÜŞİÖÇ';

test('every Turkish letter has its byte of IBM code page 857', () => {
  expect(encodeText(letters, 'PC857')).toEqual([
    0xa7, 0x81, 0x9f, 0x8d, 0x94, 0x87, 0xa6, 0x9a, 0x9e, 0x98, 0x99, 0x80,
  ]);
  expect(selectorOf('PC857')).toBe(13);
});

test('every Turkish letter has its byte of Windows-1254', () => {
  expect(encodeText(letters, 'WPC1254')).toEqual([
    0xf0, 0xfc, 0xfe, 0xfd, 0xf6, 0xe7, 0xd0, 0xdc, 0xde, 0xdd, 0xd6, 0xc7,
  ]);
  expect(selectorOf('WPC1254')).toBe(48);
});

test('each byte of Windows-1254 is read back by the platform’s own decoder as what was written', () => {
  const decoder = new TextDecoder('windows-1254');
  const upper = decoder.decode(Uint8Array.from({ length: 0x60 }, (_, index) => 0xa0 + index));
  expect(decoder.decode(Uint8Array.from(encodeText(upper, 'WPC1254')))).toBe(upper);
});

test('letters that came decomposed are written as one byte', () => {
  const decomposed = 'ŞIŞLİ çağrı'.normalize('NFD');
  expect(encodeText(decomposed, 'PC857')).toEqual(encodeText('ŞIŞLİ çağrı', 'PC857'));
});

test('a text that a page has no sign for is known, and its typographer’s signs are written in plain ones', () => {
  const written = (text: string) => [isWritable(text, 'PC857'), isWritable(text, 'WPC1254')];
  expect(written('ŞIĞI ÂÎÛ 1.250,50 TL – “Tamam”…')).toEqual([true, true]);
  // The sign of the lira is of 2012 and in neither page; the euro's is in Windows-1254 alone.
  expect(['₺', '€', 'ż', '漢'].map(written)).toEqual([
    [false, false],
    [false, true],
    [false, false],
    [false, false],
  ]);
  const ascii = (text: string) => Array.from(text, (char) => char.charCodeAt(0));
  expect(encodeText('’–…', 'PC857')).toEqual(ascii("'-..."));
});

test('a control character in a name is not passed to the printer as a command', () => {
  expect(encodeText('A\u001b@\u0010\u007fB', 'PC857')).toEqual([0x41, 0x40, 0x42]);
});
