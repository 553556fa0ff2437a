import { expect, type Page } from '@playwright/test';
import { enterAsSample, expectSignedIn, openWindow, sessionMenu } from './pages/staff.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

test('a wrong password is said, is taken out of its field, and the right one enters', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  const { username, password, displayName } = workplace.user('mehmet');
  const secret = page.getByRole('textbox', { name: 'Parola' });
  await page.getByLabel('Kullanıcı adı').fill(username);
  await secret.fill(`${password}x`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kullanıcı adı ya da parola yanlış.')).toBeVisible();
  await expect(secret).toHaveValue('');
  await secret.fill(password);
  await page.keyboard.press('Enter');
  await expectSignedIn(page, { displayName });
});

test('the lock hides everything, a reload does not open it, the PIN gives the half-written form back', async ({
  browser,
}) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('zeynep'));
  const name = page.getByRole('textbox', { name: 'Ad soyad' });
  const description = page.getByRole('textbox', { name: 'Açıklama' });
  await name.fill('Şükrü Öğüt');
  await description.fill('Yarım kalan cümle');
  await page.keyboard.press('Control+L');

  const lock = page.getByRole('dialog', { name: 'Ekran kilitli' });
  await expect(lock).toBeVisible();
  await expect(name).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await unlock(page, '0000');
  await expect(lock.getByText('PIN yanlış.')).toBeVisible();
  await expect(name).toBeHidden();

  await unlock(page, workplace.user('zeynep').pin);
  await expect(lock).toBeHidden();
  await expect(name).toHaveValue('Şükrü Öğüt');
  await expect(description).toHaveValue('Yarım kalan cümle');
  await expect(description).toBeFocused();
  await expect(page.getByText('Çağrılmış numara yok')).toBeVisible();

  await page.keyboard.press('Control+L');
  await expect(lock).toBeVisible();
  await page.reload();
  await expect(lock).toBeVisible();
  await expect(name).toBeHidden();
});

test('input without saving tells the core that somebody is there', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('zeynep'));
  const told = page.waitForResponse('**/rpc/session.active', { timeout: 30_000 });
  await page.mouse.move(400, 500);
  await page.mouse.move(420, 520);
  expect(await (await told).json()).toEqual({ ok: true, value: {} });
});

test('two tabs of one browser are two people, and one who leaves does not take the other along', async ({
  browser,
}) => {
  const first = await openWindow(browser, workplace);
  await enterAsSample(first, workplace.user('elif'));
  const second = await first.context().newPage();
  await second.goto(workplace.page);
  await enterAsSample(second, workplace.user('ayse'));

  await second.reload();
  await expectSignedIn(second, workplace.user('ayse'));
  await sessionMenu(second).click();
  await second.getByRole('button', { name: 'Oturumu kapat' }).click();
  await expect(second.getByLabel('Kullanıcı adı')).toBeVisible();
  await first.reload();
  await expectSignedIn(first, workplace.user('elif'));
});

async function unlock(page: Page, pin: string): Promise<void> {
  await page.getByRole('textbox', { name: 'PIN' }).fill(pin);
  await page.keyboard.press('Enter');
}
