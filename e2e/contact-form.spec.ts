import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { pick, registerApplication } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

async function savedBy(page: Page, button: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const saved = await download;
  const bytes = await readFile(await saved.path());
  return { name: saved.suggestedFilename(), kind: bytes.subarray(0, 5).toString() };
}

test('WR-1: a blank form is given out for a written application, and the filled one comes from its file', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await pick(clerk, 'Başvuru kanalı', 'Yazılı');
  await expect(clerk.getByRole('button', { name: 'Boş form (PDF)' })).toBeVisible();
  await look(clerk, 'written-form');
  expect(await savedBy(clerk, 'Boş form (PDF)')).toEqual({
    name: 'tuketici-iletisim-formu.pdf',
    kind: '%PDF-',
  });
  await expect(clerk.getByText('Boş form bu bilgisayara kaydedildi.')).toBeVisible();

  const { applicationNo } = await registerApplication(clerk, {
    name: 'Ayşe Işık',
    identityNo: '10000000146',
    phone: '0532 123 45 67',
    description: 'Direk eğik, devrilecek.',
  });
  await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
  expect(await savedBy(clerk, 'Form (PDF)')).toEqual({
    name: `tuketici-iletisim-formu-${applicationNo}.pdf`,
    kind: '%PDF-',
  });
  await expect(clerk.getByText('Form bu bilgisayara kaydedildi; yazdırınca silin.')).toBeVisible();
  await look(clerk, 'file-with-form');
});
