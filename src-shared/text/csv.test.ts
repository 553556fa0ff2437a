import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

test('what Turkish Excel writes is read as it was typed', () => {
  const text =
    '\uFEFFAd;Birim\r\n"Işıl ""Su"" Çağlar";"Bağlantı; Proje"\r\n\r\n ; \r\nİbrahim;"iki\r\nsatır"\r\nson;';
  expect(readCsv(text)).toEqual([
    { line: 1, fields: ['Ad', 'Birim'] },
    { line: 2, fields: ['Işıl "Su" Çağlar', 'Bağlantı; Proje'] },
    { line: 5, fields: ['İbrahim', 'iki\nsatır'] },
    { line: 7, fields: ['son', ''] },
  ]);
});

test('a quote inside a field is one, and a quote that is never closed holds the rest', () => {
  expect(readCsv('a "b" c;d\n"e;f\ng')).toEqual([
    { line: 1, fields: ['a "b" c', 'd'] },
    { line: 2, fields: ['e;f\ng'] },
  ]);
  expect(readCsv('')).toEqual([]);
});
