import { expect, type Page } from '@playwright/test';
import { expectSignedIn, openWindow } from './pages/staff.ts';
import { look } from './support/look.ts';
import { temporaryFolder } from './support/processes.ts';
import { writeForkNotice } from './support/store.ts';
import { test } from './support/test.ts';
import { administrator, setUpWorkplace } from './support/wire.ts';
import { startOnFolder, type Workplace } from './support/workplace.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let workplace: Workplace;

test.beforeEach(async () => {
  folder = await temporaryFolder();
  workplace = await startOnFolder(folder.path);
  await setUpWorkplace(workplace);
  await workplace.stop();
  await writeForkNotice(folder.path);
  workplace = await startOnFolder(folder.path);
});
test.afterEach(async () => {
  await workplace.stop();
  await folder.remove();
});

async function openSettings(page: Page): Promise<void> {
  await page.getByLabel('Kullanıcı adı').fill(administrator.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expectSignedIn(page, administrator);
  await page.keyboard.press('Alt+9');
}

test('a fork is told on the settings screen until the administrator has taken note of it', async ({
  browser,
}) => {
  const page = await openWindow(browser, workplace);
  await openSettings(page);
  const notice = page.getByRole('alert').filter({ hasText: 'kayıt defteri ikiye ayrıldı' });
  await expect(notice).toBeVisible();
  await look(page, 'crm-notice');
  await notice.getByRole('button', { name: 'Gördüm, kaldır' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await page.keyboard.press('Alt+9');
  await expect(page.getByRole('tab', { name: 'CRM bağlantısı' })).toBeVisible();
  await expect(notice).toHaveCount(0);
});
