import { expect, type Page } from '@playwright/test';
import { issueNumber } from './pages/reception.ts';
import { configurePrinter } from './pages/settings.ts';
import { enterAsSample, openWindow } from './pages/staff.ts';
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

function ascii(text: string): readonly number[] {
  return [...Buffer.from(text, 'ascii')];
}
