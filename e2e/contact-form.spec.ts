import { expect } from '@playwright/test';
import { openPaper, savePaper } from './pages/papers.ts';
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

test('WR-1: a blank form is given out for a written application, and the filled one comes from its file', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await pick(clerk, 'Başvuru kanalı', 'Yazılı');
  await look(clerk, 'written-form');
  await clerk.getByRole('button', { name: 'Boş iletişim formu' }).click();
  await openPaper(clerk, 'Tüketici İletişim Formu');
  expect((await savePaper(clerk)).name).toBe('tuketici-iletisim-formu.pdf');
  await clerk.keyboard.press('Escape');

  const { applicationNo } = await registerApplication(clerk, {
    name: 'Ayşe Işık',
    identityNo: '10000000146',
    phone: '0532 123 45 67',
    description: 'Direk eğik, devrilecek.',
  });
  await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
  await clerk.getByRole('button', { name: 'Belgeler' }).click();
  await clerk.getByRole('menuitem', { name: 'Tüketici İletişim Formu' }).click();
  const form = await openPaper(clerk, 'Tüketici İletişim Formu');
  await expect(form.getByText(/Direk eğik, devrilecek\./)).toBeAttached();
  const { name, bytes } = await savePaper(clerk);
  expect(name).toBe(`tuketici-iletisim-formu-${applicationNo}.pdf`);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(
    clerk.getByText('Belge bu bilgisayara kaydedildi; işiniz bitince silin.').last(),
  ).toBeVisible();
  await look(clerk, 'file-with-form');
});
