import { expect, type Page } from '@playwright/test';
import { hasReaders, readPdf } from '../src-main/testing/paper/poppler.ts';
import { openPaper, savePaper } from './pages/papers.ts';
import { openSection } from './pages/settings.ts';
import { fillForm, pick, registerApplication, saveForm } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { look } from './support/look.ts';
import { differenceTo, printedSheet } from './support/paper-picture.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.describe.configure({ timeout: 180_000 });
test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

const applicant = {
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Direk eğik, devrilecek. ğüşıöç ĞÜŞİÖÇ ₺',
};

/** Whether what is on screen is what comes out of a printer; where no other program rasterises, nothing is compared. */
async function expectAsPrinted(page: Page, name: string): Promise<void> {
  const dialog = await openPaper(page, name);
  const { bytes } = await savePaper(page);
  if (!hasReaders()) return;
  const sheets = dialog.locator('figure canvas');
  for (let number = 1; number <= (await sheets.count()); number += 1) {
    const difference = await differenceTo(sheets.nth(number - 1), printedSheet(bytes, number));
    expect(difference.isSameSize).toBe(true);
    expect(difference.inked).toBeGreaterThan(0.02);
    // Hairlines and the edges of letters are smoothed otherwise; another sheet differs in most of what is inked.
    expect(difference.share).toBeLessThan(difference.inked / 8);
  }
}

test('WR-1: the blank form and what a registration gives stand on screen as they come out of the printer', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await pick(clerk, 'Başvuru kanalı', 'Yazılı');
  await clerk.getByRole('button', { name: 'Boş iletişim formu' }).click();
  await expectAsPrinted(clerk, 'Tüketici İletişim Formu');
  await look(clerk, 'paper-blank-form');
  await clerk.keyboard.press('Escape');

  const { applicationNo, trackingCode } = await registerApplication(clerk, applicant);
  await clerk.keyboard.press('Alt+4');
  const receipt = await openPaper(clerk, 'Başvuru Alındı Belgesi (A4)');
  await expect(receipt.getByText(applicationNo).first()).toBeAttached();
  await expectAsPrinted(clerk, 'Başvuru Alındı Belgesi (A4)');
  const { name, bytes } = await savePaper(clerk);
  expect(name).toBe(`basvuru-alindi-belgesi-${applicationNo}.pdf`);
  if (hasReaders()) expect(readPdf(bytes).barcodes).toContain(trackingCode.replaceAll('-', ''));
  await look(clerk, 'paper-receipt');

  await test.step('it is read larger and smaller by keys, and goes to the printer by one', async () => {
    await clerk.keyboard.press('+');
    await expect(receipt.getByText('%125')).toBeVisible();
    await clerk.keyboard.press('-');
    await clerk.keyboard.press('-');
    await expect(receipt.getByText('%75')).toBeVisible();
    await clerk.keyboard.press('F8');
    await expect(clerk.getByText('Belge yazdırma sırasına alındı.')).toBeVisible();
    await expect(receipt).toHaveCount(0);
  });

  await test.step('the next one is a copy', async () => {
    await clerk.keyboard.press('F8');
    await clerk.keyboard.press('F7');
    await clerk.getByRole('menuitem', { name: 'Başvuru Alındı Belgesi (A4)' }).click();
    const copy = await openPaper(clerk, 'Başvuru Alındı Belgesi (A4)');
    await expect(copy.getByText(/KOPYA/)).toBeAttached();
  });
});

test('WR-4: the letter is looked at before closing, and afterwards it is there to be printed', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await pick(clerk, 'Başvuru kanalı', 'Yazılı');
  await fillForm(clerk, applicant);
  await clerk.getByRole('radio', { name: 'Yazılı', exact: true }).check();
  await clerk.getByRole('combobox', { name: 'İl', exact: true }).fill('Eskişehir');
  await clerk.getByRole('combobox', { name: 'İlçe' }).fill('Odunpazarı');
  await saveForm(clerk);
  await clerk.keyboard.press('F8');
  await expect(clerk.getByRole('button', { name: 'Belgeler' })).toBeVisible();
  await clerk.keyboard.press('F4');
  await clerk.getByRole('radio', { name: 'Çözüldü' }).check();
  await clerk.getByRole('textbox', { name: 'Sonuç' }).fill('Direk değiştirildi; hat yeniden gerildi.');
  await clerk.getByRole('radio', { name: 'Mektup' }).check();
  await clerk.getByRole('button', { name: 'Sonuç yazısını önizle' }).click();
  const draft = await openPaper(clerk, 'Sonuç yazısı (taslak)');
  await expect(draft.getByText(/TASLAK/)).toBeAttached();
  await expect(draft.getByRole('button', { name: 'Yazdır' })).toHaveCount(0);
  await look(clerk, 'paper-letter-draft');
  await clerk.keyboard.press('Escape');

  await clerk.getByRole('radio', { name: 'Memnun', exact: true }).check();
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText('Başvuru sonuçlandırıldı', { exact: true })).toBeVisible();
  await look(clerk, 'file-with-letter');
  await clerk.getByRole('button', { name: 'Sonuç yazısını aç' }).click();
  await expectAsPrinted(clerk, 'Sonuç yazısı');
  const letter = await openPaper(clerk, 'Sonuç yazısı');
  await expect(letter.getByText(/Direk değiştirildi; hat yeniden gerildi\./)).toBeAttached();
  await expect(letter.getByText(/TASLAK/)).toHaveCount(0);
});

test('an administrator sees a letter change while its texts are typed, and a supervisor closes the day on paper', async ({
  browser,
}) => {
  const administrator = await signIn(browser, workplace, workplace.user('yonetici'));
  await openSection(administrator, 'Kurum ve belgeler');
  const sample = administrator.getByRole('region', { name: 'Örnek sonuç yazısı: önizleme' });
  await expect(sample.getByText(/Bilgilerinize sunarız\./)).toBeAttached();
  await administrator.getByRole('textbox', { name: 'Mektubun son sözü' }).fill('Saygılarımızla, ğüşıöç.');
  await expect(sample.getByText(/Saygılarımızla, ğüşıöç\./)).toBeAttached();
  await administrator.getByRole('textbox', { name: 'MERSİS no' }).fill('12');
  await administrator.keyboard.press('F9');
  await expect(administrator.getByText('MERSİS numarası 16 rakam olmalı.')).toBeVisible();
  await administrator.getByRole('textbox', { name: 'MERSİS no' }).fill('');
  await administrator.keyboard.press('F9');
  await expect(administrator.getByText('Kurum metinleri kaydedildi.')).toBeVisible();
  await look(administrator, 'settings-organisation');

  await openSection(administrator, 'Vardiya raporu');
  await look(administrator, 'settings-shift-report');
  await administrator.keyboard.press('F9');
  await expectAsPrinted(administrator, 'Vardiya raporu');
  await look(administrator, 'paper-shift-report');
});
