import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { hasReaders, readPdf } from '../../../testing/paper/poppler.ts';
import { at, openQueueBranch } from '../../../testing/queue-branch.ts';
import { anApplication } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = at.first;

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

const register = (changes: Partial<InputOf<'application.register'>> = {}) =>
  counter.ok(
    'application.register',
    anApplication({ channel: 'written', replyChannel: 'written', ...changes }),
    clerk,
  );

const close = (applicationId: string, outcome: string) =>
  counter.ok(
    'application.close',
    {
      ...{ applicationId, outcome, outcomeKind: 'resolved', durableMedium: 'letter' },
      ...{ satisfaction: 'not_asked', duplicateOf: null },
    },
    clerk,
  );

const letter = (applicationId: string) =>
  counter.call('document.draw', { sheet: { document: 'decision_letter', applicationId } }, clerk);

async function readLetter(applicationId: string) {
  const drawn = await letter(applicationId);
  if (!drawn.ok) throw new Error(`No letter: ${drawn.error.code}`);
  return readPdf(Buffer.from(drawn.value.base64, 'base64'));
}

describe('WR-4: the letter with the outcome', () => {
  test('is there once the application is concluded, under its number, and the look is on record', async () => {
    const { applicationId, applicationNo } = await register();
    expect(await letter(applicationId)).toMatchObject({ error: { code: 'not_found' } });
    await close(applicationId, 'Hat onarıldı.');
    expect(await letter(applicationId)).toMatchObject({
      value: { name: `sonuc-yazisi-${applicationNo}.pdf` },
    });
  });

  test('is none for an informant without a name, and none is drafted', async () => {
    const { applicationId } = await register({
      channel: 'switchboard',
      replyChannel: 'telephone',
      applicant: { kind: 'anonymous', name: '', identityNo: null, phone: null, landline: null, email: null },
      ...{ capacity: 'informant', identityVerifiedBy: 'not_verified', notice: null },
      ...{ topicCode: 'illegal_use_report', applicationType: 'report' },
      topicFields: { location: 'Pazar yerinin arkası' },
    });
    const asked = { applicationId, outcomeKind: 'resolved', outcome: 'Bakıldı.' } as const;
    expect(await counter.call('document.draftLetter', asked, clerk)).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});

if (hasReaders()) describe('WR-4: the letter as its reader has it', readByOthers);

function readByOthers(): void {
  test('holds the outcome in full, whom it is for and how to object, and neither identity number nor phone', async () => {
    const { applicationId, applicationNo, trackingCode } = await register();
    await close(applicationId, 'Hat onarıldı: ğüşıöç ĞÜŞİÖÇ.\n\nÖdenecek tutar ₺1.250,50.');
    const read = await readLetter(applicationId);
    for (const words of [
      `Sayı: ${applicationNo}`,
      'Tarih: 10.03.2026',
      'Sayın Ayşe Işık',
      'Taşköprü Caddesi No: 12/4',
      'Sonuç: Çözüldü',
      'Hat onarıldı: ğüşıöç ĞÜŞİÖÇ.',
      'Ödenecek tutar ₺1.250,50.',
      'Kişi first',
      'Düzenleme Kurumuna (EPDK) yazılı olarak',
      'Taslak metin',
    ])
      expect(read.text).toContain(words);
    expect(read.text).not.toMatch(/10000000146|532|Mahallede her akşam|TASLAK|KOPYA/);
    expect(read).toMatchObject({ pages: 1, fonts: [true, true], barcodes: [trackingCode] });
  });

  test('says the same for ever, whatever the company writes on its letters later; a second print is a copy', async () => {
    const { applicationId } = await register();
    await close(applicationId, 'Hat onarıldı.');
    const before = (await readLetter(applicationId)).text;
    counter.clock.advance(60_000);
    const { organisation } = await counter.ok('settings.get', {}, at.admin);
    if (organisation === null) throw new Error('No texts ship');
    const next = { ...organisation, name: 'Başka Dağıtım A.Ş.', letterClosing: 'Saygılarımızla.' };
    await counter.ok('settings.saveOrganisation', { organisation: next }, at.admin);
    expect((await readLetter(applicationId)).text).toBe(before);

    const other = await register();
    await close(other.applicationId, 'Hat onarıldı.');
    expect((await readLetter(other.applicationId)).text).toContain('Başka Dağıtım A.Ş.');

    await counter.ok('document.print', { sheet: { document: 'decision_letter', applicationId } }, clerk);
    expect((await readLetter(applicationId)).text).toContain('KOPYA');
  });

  test('leaves nothing of the longest outcome out, and its draft says that it is one', async () => {
    const { applicationId } = await register();
    const outcome = Array.from({ length: 120 }, (_, index) => `${index + 1}. bulgu: hat gerildi.`).join(
      '\n\n',
    );
    const { base64 } = await counter.ok(
      'document.draftLetter',
      { applicationId, outcomeKind: 'rejected', outcome },
      clerk,
    );
    const read = readPdf(Buffer.from(base64, 'base64'));
    for (let number = 1; number <= 120; number += 1)
      expect(read.text).toContain(`${number}. bulgu: hat gerildi.`);
    expect(read.pages).toBeGreaterThan(2);
    expect(read.text.split('TASLAK')).toHaveLength(read.pages + 1);
    expect(read.text).toContain(`Sayfa ${read.pages} / ${read.pages}`);
  });
}
