import { expect, test } from 'vitest';
import { readDirectoryCsv } from './directory-csv.ts';

const nothing = { title: '', extension: '', directPhone: '', sip: '', backup: '' };

test('a directory is read by its heads, in whatever order and case they stand', () => {
  const heads = 'DAHİLİ;ad;Birim;TÜR;ünvan;telefon;Sip;YEDEK';
  const text = `${heads}\n2140;Işıl Çağlar;Bağlantı;\n2100;Bağlantı Müdürlüğü;;birim\n1;Ay;Su;oda`;
  expect(readDirectoryCsv(text)).toEqual({
    ok: true,
    lines: [
      { line: 2, kind: 'person', name: 'Işıl Çağlar', department: 'Bağlantı', ...nothing, extension: '2140' },
      {
        ...{ line: 3, kind: 'department', name: 'Bağlantı Müdürlüğü', department: '' },
        ...{ ...nothing, extension: '2100' },
      },
      { line: 4, kind: undefined, name: 'Ay', department: 'Su', ...nothing, extension: '1' },
    ],
  });
});

test.each([
  ['', 'Dosyada satır yok.'],
  [
    'Ad,Birim\nIşıl,Bağlantı',
    'İlk satırda şu başlıklar olmalı: Ad, Birim, Unvan, Dahili, Telefon, SIP, Yedek. Alanlar noktalı virgülle ayrılır.',
  ],
  [
    'Ad;Dahili;Birim;Unvan;SIP;Yedek\nIşıl;1',
    'İlk satırda şu başlıklar olmalı: Telefon. Alanlar noktalı virgülle ayrılır.',
  ],
])('a file without its heads is refused as a whole: %j', (text, message) => {
  expect(readDirectoryCsv(text)).toEqual({ ok: false, line: 1, message });
});
