import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { hasReaders, readPdf } from '../../../testing/paper/poppler.ts';
import { countEntries, withStore } from '../../../testing/store.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

async function register(changes: Parameters<typeof anApplication>[0] = {}) {
  return counter.ok('application.register', anApplication({ channel: 'written', ...changes }), clerk);
}

async function formOf(applicationId: string | null) {
  const { name, base64 } = await counter.ok('document.contactForm', { applicationId }, clerk);
  return { name, bytes: Buffer.from(base64, 'base64') };
}

describe('WR-1: the Consumer Contact Form', () => {
  test('is a PDF that is called by the application’s number, and the look is on record', async () => {
    const { applicationId, applicationNo } = await register();
    const { name, bytes } = await formOf(applicationId);
    expect(name).toBe(`tuketici-iletisim-formu-${applicationNo}.pdf`);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const looks = await withStore(counter, ({ raw }) =>
      raw.prepare("select payload from entries where type = 'audit.viewed'").pluck().all(),
    );
    expect(looks.map((payload) => JSON.parse(String(payload)))).toEqual([
      { subjectKind: 'application', subjectIds: [applicationId], method: 'document.contactForm' },
    ]);
  });

  test('is given blank without a look at anybody', async () => {
    const before = await countEntries(counter);
    const { name, bytes } = await formOf(null);
    expect(name).toBe('tuketici-iletisim-formu.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await countEntries(counter)).toBe(before);
  });

  test('is not there for an application that is not, nor for reception', async () => {
    await signInAs(counter, 'reception');
    expect(await counter.call('document.contactForm', { applicationId: 'nerede' }, clerk)).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(
      await counter.call('document.contactForm', { applicationId: null }, { window: 'reception' }),
    ).toMatchObject({ error: { code: 'forbidden' } });
  });
});

if (hasReaders()) describe('the form as others read it', readByOthers);
else process.stderr.write('The form is not read back: poppler-utils and zbar-tools are not installed.\n');

function readByOthers(): void {
  const letters = 'ğüşıöçĞÜŞİÖÇ ₺1.250,50';

  test('has every Turkish letter, what was chosen, its fonts, and the tracking code as a barcode', async () => {
    const { applicationId, applicationNo, trackingCode } = await register({
      description: `Buzdolabı bozuldu: ${letters}`,
    });
    const read = readPdf((await formOf(applicationId)).bytes);
    for (const words of [
      applicationNo,
      'Ayşe Işık',
      '0532 123 45 67',
      'Vişnelik Mahallesi',
      `Buzdolabı bozuldu: ${letters}`,
      'Sık kesinti',
    ])
      expect(read.text).toContain(words);
    expect(read).toMatchObject({ pages: 1, fonts: [true, true], barcodes: [trackingCode] });
  });

  test('leaves nothing of a long text out, over as many sheets as it takes', async () => {
    const lines = Array.from({ length: 150 }, (_, index) => `Satır ${index + 1}.`);
    const { applicationId } = await register({ description: lines.join('\n') });
    const read = readPdf((await formOf(applicationId)).bytes);
    for (const words of lines) expect(read.text).toContain(words);
    expect(read.text).toContain('Açıklama (devamı)');
    expect(read.text).toContain(`Sayfa ${read.pages} / ${read.pages}`);
    expect(read.pages).toBeGreaterThan(2);
  });

  test('is one sheet when blank, with room for a hand', async () => {
    const read = readPdf((await formOf(null)).bytes);
    expect(read).toMatchObject({ pages: 1, fonts: [true, true], barcodes: [] });
    expect(read.text).toContain('Tüketici İletişim Formu');
    expect(read.text).not.toContain('Takip kodu');
  });
}
