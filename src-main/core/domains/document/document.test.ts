import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { hasReaders, readPdf } from '../../../testing/paper/poppler.ts';
import { countEntries, withStore } from '../../../testing/store.ts';
import { anApplication, letKnowInformants, setUp, signInAs } from '../../../testing/workplace.ts';

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
  const { name, base64 } = await counter.ok(
    'document.draw',
    { sheet: { document: 'contact_form', applicationId } },
    clerk,
  );
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
      { subjectKind: 'application', subjectIds: [applicationId], method: 'document.contact_form' },
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
    const nowhere = { document: 'contact_form', applicationId: 'nerede' } as const;
    for (const method of ['document.draw', 'document.print'] as const)
      expect(await counter.call(method, { sheet: nowhere }, clerk)).toMatchObject({
        error: { code: 'not_found' },
      });
    expect(
      await counter.call(
        'document.draw',
        { sheet: { document: 'contact_form', applicationId: null } },
        { window: 'reception' },
      ),
    ).toMatchObject({ error: { code: 'forbidden' } });
  });
});

describe('a sheet on the print outbox', () => {
  const jobsOf = async () => (await counter.ok('print.jobs', {}, clerk)).jobs;
  const print = (sheet: InputOf<'document.print'>['sheet']) => counter.ok('document.print', { sheet }, clerk);

  test('waits there as one of its application, and a second one is a copy', async () => {
    const { applicationId, applicationNo } = await register();
    const sheet = { document: 'application_receipt_a4', applicationId } as const;
    const first = await print(sheet);
    const second = await print(sheet);
    const all = (await jobsOf()).filter(({ document }) => document === sheet.document);
    const job = { document: sheet.document, subject: applicationNo, state: 'queued', reason: '' };
    expect(all.map(({ requestedAt: _, ...rest }) => rest)).toEqual([
      { ...job, jobId: second.printJobId, copyNo: 2 },
      { ...job, jobId: first.printJobId, copyNo: 1 },
    ]);
  });

  test('is not printed again by reception, which may not read it', async () => {
    await signInAs(counter, 'reception');
    const { applicationId } = await register();
    const { printJobId } = await print({ document: 'application_receipt_a4', applicationId });
    expect(await counter.call('print.retry', { jobId: printJobId }, { window: 'reception' })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  test('is no copy when it is a blank form, of which one prints as many as one likes', async () => {
    const blank = { document: 'contact_form', applicationId: null } as const;
    for (const _ of [1, 2]) await print(blank);
    expect(await jobsOf()).toMatchObject([{ subject: '' }, { subject: '' }]);
  });
});

if (hasReaders()) describe('the form as others read it', readByOthers);
else process.stderr.write('The form is not read back: poppler-utils and zbar-tools are not installed.\n');

function readByOthers(): void {
  test('a receipt tells nobody who applied with which number, and its copy says that it is one', async () => {
    const { applicationId, applicationNo, trackingCode } = await register();
    const sheet = { document: 'application_receipt_a4', applicationId } as const;
    const draw = async () =>
      readPdf(Buffer.from((await counter.ok('document.draw', { sheet }, clerk)).base64, 'base64'));
    const { text, barcodes } = await draw();
    expect(barcodes.toSorted()).toEqual([trackingCode, `https://oedas.com.tr/takip?kod=${trackingCode}`]);
    for (const words of [
      applicationNo,
      'Ayşe I.',
      '05•• ••• 45 67',
      '01.04.2026',
      'Sık kesinti',
      'ekranda okutuldu',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Işık|532 123|10000000146|Mahallede|Vişnelik|KOPYA/);
    await counter.ok('document.print', { sheet }, clerk);
    expect((await draw()).text).toContain('KOPYA');
  });

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

describe('WR-7 FF-4: who informed', () => {
  const informed = {
    capacity: 'informant',
    topicCode: 'illegal_use_report',
    applicationType: 'report',
    topicFields: { location: 'Pazar yerinin arkası' },
  } as const;

  test('is on no paper that a desk without the permission draws, drafts or prints, and on the receipt for nobody', async () => {
    const { applicationId } = await register(informed);
    const form = { sheet: { document: 'contact_form', applicationId } } as const;
    const draft = { applicationId, outcomeKind: 'resolved', outcome: 'Bakıldı.' } as const;
    const refused = { error: { code: 'forbidden' } };
    for (const window of ['clerk', 'admin']) {
      expect(await counter.call('document.draw', form, { window })).toMatchObject(refused);
      expect(await counter.call('document.print', form, { window })).toMatchObject(refused);
      expect(await counter.call('document.draftLetter', draft, { window })).toMatchObject(refused);
    }
    const receipt = { sheet: { document: 'application_receipt_a4', applicationId } } as const;
    expect(await counter.call('document.draw', receipt, clerk)).toMatchObject({ ok: true });

    await letKnowInformants(counter, 'clerk');
    expect((await formOf(applicationId)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
