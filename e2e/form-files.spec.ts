import { expect, type Page } from '@playwright/test';
import { fillForm, saveForm } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { aDisguisedProgram, aPdf, dropFiles } from './support/given-files.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

const applicant = {
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Voltaj düştü, buzdolabı yandı.',
};

const descriptionOf = (page: Page, name: string) =>
  page.getByRole('textbox', { name: `${name}: belgenin ne olduğu` });

test('SP-1: papers are given while the application is written, outlive the window, and are on it when it is saved', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await fillForm(clerk, applicant);

  await test.step('dropped anywhere, a file is kept at once; a disguised program is refused', async () => {
    await dropFiles(clerk, [aPdf('Servis raporu.pdf'), aDisguisedProgram('fatura.pdf')]);
    await expect(descriptionOf(clerk, 'Servis raporu.pdf')).toBeVisible();
    await expect(
      clerk.getByText('Dosyanın içeriği adındaki uzantıya uymuyor', { exact: false }),
    ).toBeVisible();
    await look(clerk, 'form-files');
  });

  await test.step('nothing is saved while one of them could not be added', async () => {
    await clerk.keyboard.press('F9');
    await expect(clerk.getByText('Eklenemeyen dosya var', { exact: false })).toBeVisible();
    await clerk.getByRole('button', { name: 'fatura.pdf dosyasını listeden çıkar' }).click();
  });

  await test.step('what was said of it outlives the window', async () => {
    await descriptionOf(clerk, 'Servis raporu.pdf').fill('Buzdolabının servis raporu');
    await clerk.reload();
    await expect(descriptionOf(clerk, 'Servis raporu.pdf')).toHaveValue('Buzdolabının servis raporu');
  });

  await test.step('it stands in the file from the beginning', async () => {
    await saveForm(clerk);
    await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
    await expect(clerk.getByRole('tab', { name: 'Ekler (1)' })).toBeVisible();
    await clerk.keyboard.press('F6');
    await expect(clerk.getByText('Buzdolabının servis raporu')).toBeVisible();
  });
});

test('a file that was cut off on its way is named, and the form is saved once it is dropped', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await fillForm(clerk, applicant);
  let taken = 0;
  await clerk.route('**/rpc/attachment.chunk', async (route) => {
    taken += 1;
    if (taken <= 3) await route.continue();
  });
  await clerk.locator('input[type=file]').setInputFiles(aPdf('Dilekçe.pdf', 1_500_000));
  await expect(clerk.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /768 KB/);
  await clerk.reload();
  await clerk.unroute('**/rpc/attachment.chunk');
  await expect(clerk.getByText('Yarım kalan: Dilekçe.pdf', { exact: false })).toBeVisible();
  await clerk.keyboard.press('F9');
  await expect(clerk.getByText('Dilekçe.pdf yarım kaldı.', { exact: false })).toBeVisible();
  await look(clerk, 'form-files-half');
  await clerk.getByRole('button', { name: 'Bırak' }).click();
  await expect(clerk.getByText('Dilekçe.pdf', { exact: false })).toHaveCount(0);
  await saveForm(clerk);
});
