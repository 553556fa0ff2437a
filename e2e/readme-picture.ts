import { chromium } from '@playwright/test';
import { pick } from './pages/solution-point.ts';
import { enterAsSample, openWindow } from './pages/staff.ts';
import makeSample from './support/sample.ts';
import { startSample } from './support/workplace.ts';

/** `node e2e/readme-picture.ts` takes the README's picture anew, from sample data and the built screens. */
const removeSample = await makeSample();
const workplace = await startSample();
const browser = await chromium.launch({
  executablePath: process.env.BANKO_BROWSER ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await openWindow(browser, workplace);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await enterAsSample(page, workplace.user('mehmet'));
  // The sample's past goes to the CRM first; the counter of a working day has nothing unsent.
  await page.getByText('CRM bağlı', { exact: true }).waitFor({ timeout: 180_000 });
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Görüşmeyi başlat' }).click();
  await page.getByRole('textbox', { name: 'Tüketici ara' }).fill('yılmaz');
  await page.getByRole('option').filter({ hasNotText: 'Yeni tüketici' }).first().click();
  await pick(page, 'Sıfatı', 'Abone / kullanıcı');
  await pick(page, 'Kimlik nasıl doğrulandı', 'T.C. kimlik kartı');
  await page.getByRole('combobox', { name: 'Konu' }).fill('sık kes');
  await page.getByRole('option', { name: 'Sık kesinti' }).click();
  await page
    .getByRole('textbox', { name: 'Açıklama' })
    .fill('Her akşam 19.00 gibi elektrik kesiliyor, yarım saat sonra geliyor.');
  await page.getByRole('textbox', { name: 'Haftada kaç kez' }).fill('5');
  await page.getByRole('textbox', { name: 'Son kesinti zamanı' }).focus();
  await page.screenshot({ path: 'docs/pictures/solution-point.png', animations: 'disabled' });
} finally {
  await browser.close();
  await workplace.stop();
  await removeSample();
}
