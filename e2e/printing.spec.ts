import { expect, type Page } from '@playwright/test';
import { issueNumber } from './pages/reception.ts';
import { configurePrinter, openSection, savePrinter } from './pages/settings.ts';
import { registerApplication } from './pages/solution-point.ts';
import { enterAsSample, openWindow } from './pages/staff.ts';
import { look } from './support/look.ts';
import { picture } from './support/pictures.ts';
import { startPrinter, type TestPrinter } from './support/printer.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;
let printer: TestPrinter;
let page: Page;

test.beforeAll(async ({ browser }) => {
  printer = await startPrinter();
  workplace = await startSample();
  page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('yonetici'));
  await configurePrinter(page, '127.0.0.1', printer.port);
  await page.keyboard.press('Alt+1');
});
test.afterAll(async () => {
  await workplace.stop();
  await printer.goAway();
});

/** In PC857, the Turkish code page of receipt printers; written out here so that no table of ours proves itself. */
const inPc857 = {
  OEDAŞ: [0x4f, 0x45, 0x44, 0x41, 0x9e],
  Öncelikli: [0x99, ...ascii('ncelikli')],
  'görününce yazan': [...ascii('g'), 0x94, ...ascii('r'), 0x81, ...ascii('n'), 0x81, ...ascii('nce yazan')],
  Numaranız: [...ascii('Numaran'), 0x8d, ...ascii('z')],
};

test('the slip reaches the printer with its number and its Turkish letters', async () => {
  await page.getByRole('button', { name: 'Öncelikli' }).click();
  const label = await issueNumber(page, 'F1');
  await expect.poll(() => printer.jobs.length).toBe(1);
  const [slip = Buffer.alloc(0)] = printer.jobs;
  expect(slip.includes(label)).toBe(true);
  for (const [words, bytes] of Object.entries(inPc857))
    expect(slip.includes(Buffer.from(bytes)), words).toBe(true);
  await expect(page.getByText('Yazıcıya gönderildi.')).toBeVisible();
  await expect(page.getByText('Yazıcı sorunu')).toHaveCount(0);
});

test('without the printer the number exists and the trouble is said; tried again, its slip comes', async () => {
  const before = printer.jobs.length;
  await printer.goAway();
  const label = await issueNumber(page, 'F2');
  await expect(page.getByText(/^Basılamadı: Yazıcı bağlantıyı kabul etmiyor/)).toBeVisible();
  await expect(page.getByText('Yazıcı sorunu')).toBeVisible();
  await expect(page.getByRole('row', { name: label })).toBeVisible();
  await page.keyboard.press('Alt+0');
  const details = page.getByRole('dialog', { name: 'Durum ayrıntıları' });
  await expect(details).toContainText('1 belge yazdırılamadı; yazıcıyı denetleyip yeniden yazdırın.');
  await picture(page, 'printer-trouble');
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();

  await printer.comeBack();
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  await expect(page.getByText('Yazıcıya gönderildi.')).toBeVisible();
  await expect(page.getByText('Yazıcı sorunu')).toHaveCount(0);
  expect(printer.jobs.slice(before).map((job) => job.includes(label))).toEqual([true]);
});

test('whether the paper came out a person says in the list, and what did not is tried again', async () => {
  await openSection(page, 'Çıktılar');
  const rows = page.getByRole('row').filter({ hasText: 'Sıra fişi' });
  await expect(rows.filter({ hasText: 'Yazıcıya gönderildi' })).toHaveCount(2);
  await page
    .getByRole('button', { name: /: kâğıt çıktı$/ })
    .first()
    .click();
  // Where it is still asked, the same words stand on a button.
  const confirmed = rows.filter({ hasText: 'Kâğıt çıktı' }).filter({ hasNotText: 'Çıkmadı' });
  await expect(confirmed).toHaveCount(1);
  await page.getByRole('button', { name: /: kâğıt çıkmadı$/ }).click();
  const failed = rows.filter({ hasText: 'Basılamadı' });
  await expect(failed).toContainText('Görevli kâğıdın çıkmadığını bildirdi.');
  await look(page, 'print-outs');
  const before = printer.jobs.length;
  await failed.getByRole('button', { name: /yeniden dene$/ }).click();
  await expect(rows.filter({ hasText: 'Yazıcıya gönderildi' })).toHaveCount(1);
  expect(printer.jobs.slice(before).map((job) => job.includes('KOPYA'))).toEqual([false]);
});

test('which code page is right is seen on paper and chosen; the next slip is written in it', async () => {
  await openSection(page, 'Yazıcı');
  const panel = page.getByRole('region', { name: 'Fiş yazıcısı' });
  const before = printer.jobs.length;
  await panel.getByRole('button', { name: 'Harfleri karşılaştır' }).click();
  await expect.poll(() => printer.jobs.length).toBe(before + 1);
  const sample = printer.jobs.at(-1) ?? Buffer.alloc(0);
  // ş in PC857, in Windows-1254, and a picture.
  for (const bytes of [
    [0x81, 0x9f, 0x8d],
    [0xfc, 0xfe, 0xfd],
    [0x1d, 0x76, 0x30],
  ])
    expect(sample.includes(Buffer.from(bytes))).toBe(true);
  await expect(panel.getByRole('radiogroup', { name: 'Hangisi doğru?' })).toBeVisible();
  await panel.getByRole('radio', { name: '2) WPC1254 kod sayfası' }).check();
  await look(page, 'printer-setup');
  await savePrinter(page, 'Fiş yazıcısı');

  await panel.getByRole('button', { name: 'Deneme çıktısı bas' }).click();
  await expect.poll(() => printer.jobs.length).toBe(before + 2);
  expect(printer.jobs.at(-1)?.includes(Buffer.from([0xf0, 0xfc, 0xfe, 0xfd, 0xf6, 0xe7]))).toBe(true);
});

test('a printer that is not there is said at its field, with what to do', async () => {
  await openSection(page, 'Yazıcı');
  const panel = page.getByRole('region', { name: 'Etiket yazıcısı' });
  await panel.getByRole('radio', { name: 'Ağda, kendi adresiyle' }).check();
  await panel.getByRole('button', { name: 'Kaydet' }).click();
  await expect(panel.getByText('Yazıcının adresi yazılmalı.')).toBeVisible();
  await configurePrinter(page, '127.0.0.1', 1, 'Etiket yazıcısı');
  await panel.getByRole('button', { name: 'Deneme çıktısı bas' }).click();
  await expect(panel.getByText(/^Yazıcı bağlantıyı kabul etmiyor/)).toBeVisible();
});

test('the folder of a paper file gets its label, in the language of label printers', async () => {
  await configurePrinter(page, '127.0.0.1', printer.port, 'Etiket yazıcısı');
  await page.keyboard.press('Alt+2');
  const { applicationNo } = await registerApplication(page, {
    ...{ name: 'Ayşe Işık', identityNo: '10000000146', phone: '0532 123 45 67' },
    description: 'Vişnelik’te her akşam elektrik kesiliyor.',
  });
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: /^Dosya etiketi/ }).click();
  await expect.poll(() => printer.jobs.filter((job) => job.includes('^XA')).length).toBe(1);
  const label = printer.jobs.find((job) => job.includes('^XA'))?.toString() ?? '';
  expect(label).toContain(applicationNo);
  expect(label).toMatch(/\^BCN,\d+,N,N,N\^FH_\^FD>:[2-9A-Z]{12}\^FS/);
  expect(label).not.toContain('Ayşe');
  await picture(page, 'file-label');
});

function ascii(text: string): readonly number[] {
  return [...Buffer.from(text, 'ascii')];
}
