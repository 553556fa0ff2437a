import { describe, expect, test } from 'vitest';
import { hasReaders, readPdf } from '../../testing/paper/poppler.ts';
import { aConsent, letters } from '../../testing/seal/sheets.ts';
import { createPapers } from './create-papers.ts';

const { sheet: draw } = createPapers();
const textOfSheet = {
  code: 'aydinlatma',
  version: 1,
  sha256: 'ab'.repeat(32),
  title: 'Aydınlatma metni',
  purpose: null,
  dataCategories: [],
  legalGrounds: [],
};

test('WR-3: the same sheet is the same file, byte for byte, at any time', async () => {
  const first = await draw(aConsent());
  await draw(aConsent({ clerk: 'Başka Biri' }));
  expect(Buffer.from(await draw(aConsent())).equals(Buffer.from(first))).toBe(true);
});

test('a sheet whose record differs in one letter is another file', async () => {
  const first = await draw(aConsent());
  const second = await draw(aConsent({ clerk: 'Zeynep Öztürl' }));
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(false);
});

if (hasReaders()) describe('a sheet as others read it', readByOthers);
else process.stderr.write('Sheets are not read back: poppler-utils and zbar-tools are not installed.\n');

function readByOthers(): void {
  test('WR-3: tells the text word for word, its version and hash, the decision, who, when and how', async () => {
    const read = readPdf(await draw(aConsent()));
    for (const words of [
      'Açık Rıza Beyanı',
      'memnuniyet-aramasi · 3. sürüm',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'Memnuniyetinizi ölçmek üzere telefonla aranmanız.',
      'İletişim (telefon)',
      '6698 sayılı Kanun md. 5/1: açık rıza',
      `Bütün harfler: ${letters}`,
      'Açık rıza veriyorum',
      'Ayşe Işık',
      'Abone / kullanıcı',
      '10.03.2026 10:12',
      'Ekranda okuyarak, ekrana çizilen imzayla',
      'Zeynep Öztürk',
      '26-2026-0100001',
    ])
      expect(read.text).toContain(words);
    expect(read).toMatchObject({ pages: 1, fonts: [true, true], barcodes: ['RZ-26-2026-0100001'] });
    expect(read.text).not.toMatch(/bekleniyor/);
  });

  test('leaves nothing of a long text out, and every page bears the record’s code and its number', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `Madde ${index + 1} ${letters}.`);
    const endless = 'ç'.repeat(400);
    const read = readPdf(
      await draw(aConsent({ text: { ...textOfSheet, body: [...lines, endless].join('\n') } })),
    );
    for (const words of lines) expect(read.text).toContain(words);
    expect(read.text.match(/ç/g)?.length).toBeGreaterThanOrEqual(400 + lines.length);
    expect(read.pages).toBeGreaterThan(2);
    const pages = read.text.split('\f').slice(0, read.pages);
    for (const [index, page] of pages.entries())
      expect(page).toContain(`RZ-26-2026-0100001 · Sayfa ${index + 1} / ${read.pages}`);
  });

  test('writes a long name of the organisation smaller, whole and beside the barcode', async () => {
    const organisation = 'Bolu Kastamonu Zonguldak Bartın Karabük Elektrik Dağıtım Anonim Şirketi';
    const read = readPdf(await draw(aConsent({ organisation })));
    expect(read.text).toContain(organisation);
    expect(read.barcodes).toEqual(['RZ-26-2026-0100001']);
  });

  test('leaves squares and a line for a pen, where the paper is signed by hand', async () => {
    const read = readPdf(await draw(aConsent({ act: null, signature: 'line' })));
    expect(read.text).toContain('Açık rıza veriyorum');
    expect(read.text).toContain('Açık rıza vermiyorum');
    expect(read.text).toContain('Tarih ve imza');
    expect(read.text).not.toContain('Elektronik mühür');
    expect(read.barcodes).toEqual(['RZ-26-2026-0100001']);
  });

  test('says of a withdrawal what is taken back, and that it looks ahead', async () => {
    const read = readPdf(
      await draw(
        aConsent({
          act: 'withdrawn',
          signature: null,
          code: 'RZ-26-2026-0100002',
          withdrawn: { givenAt: '2026-03-10T07:12:00.000Z', code: 'RZ-26-2026-0100001' },
        }),
      ),
    );
    for (const words of [
      'Açık Rızanın Geri Alınması',
      'Bu metin için verdiğim açık rızayı geri alıyorum.',
      'RZ-26-2026-0100001',
      'ileriye dönük',
    ])
      expect(read.text).toContain(words);
  });
}
