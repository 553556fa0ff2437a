import { expect, type Page } from '@playwright/test';
import { fillSetUp } from './pages/first-run.ts';
import { enterAsSample, expectSignedIn, openWindow } from './pages/staff.ts';
import { test } from './support/test.ts';
import { startWorkplace, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startWorkplace();
});
test.afterEach(() => workplace.stop());

const right = {
  branchName: 'Eskişehir Merkez',
  branchCode: '26',
  displayName: 'Deniz Işık',
  username: 'deniz.isik',
  password: 'uzun-bir-parola',
  pin: '4071',
};

test('a fresh folder offers a set-up, says at each field what is wrong, and lets its administrator in', async ({
  browser,
}) => {
  const page = await openWindow(browser, workplace);
  await expect(page.getByRole('heading', { name: 'Banko’ya hoş geldiniz' })).toBeVisible();
  await expect(page.getByRole('button')).toHaveText([
    /^F1İş yerini kur/,
    /^F2Örnek verilerle dene/,
    /^F3Bu bilgisayarı bir şubeye kat/,
  ]);

  await page.keyboard.press('F1');
  await fillSetUp(page, {
    branchName: '',
    branchCode: 'ESK',
    displayName: '',
    username: 'Deniz Işık',
    password: 'kısa',
    pin: '12',
  });
  await page.keyboard.press('Control+Enter');
  for (const [field, sentence] of [
    ['Şube adı', 'Şube adı yazılmalı.'],
    ['Şube kodu', 'Şube kodu 2 ile 4 rakam arasında olmalı. Örnek: 26'],
    ['Ad soyad', 'Ad soyad yazılmalı.'],
    ['Kullanıcı adı', 'Kullanıcı adı küçük harf, rakam, nokta ve tireden oluşmalı.'],
    ['Parola', 'Parola en az 10 karakter olmalı.'],
    ['PIN', 'PIN 4 ile 8 rakam arasında olmalı.'],
  ] as const)
    await expectRefused(page, field, sentence);
  await expect(page.getByRole('textbox', { name: 'Şube adı' })).toBeFocused();

  await fillSetUp(page, right);
  await page.getByRole('button', { name: 'İş yerini kur' }).click();
  await expect(page.getByRole('heading', { name: right.branchName })).toBeVisible();
  await expect(page.getByText('Örnek kullanıcılardan')).toHaveCount(0);
  await page.getByLabel('Kullanıcı adı').fill(right.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(right.password);
  await page.keyboard.press('Enter');
  await expectSignedIn(page, right);
  await expect(page.getByRole('heading', { name: 'Ayarlar' })).toBeVisible();
});

test('the sample leads to its users, and a clerk of it works with the CRM connected', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  await page.getByRole('button', { name: 'Örnek verilerle dene' }).click();
  const users = page.getByRole('listitem');
  await expect(users).toHaveCount(8, { timeout: 60_000 });
  await expect(users.filter({ hasText: 'Amir' })).toHaveText(/Ayşe Çelik.*ayse/);

  await enterAsSample(page, { displayName: 'Mehmet Kaya' });
  await expect(page.getByRole('button', { name: 'Sıradakini çağır' })).toBeEnabled();
  await expect(page.getByText('CRM bağlı')).toBeVisible({ timeout: 60_000 });
});

async function expectRefused(page: Page, field: string, sentence: string): Promise<void> {
  const input = page.getByRole('textbox', { name: field });
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(input).toHaveAccessibleDescription(new RegExp(sentence.replaceAll('.', '\\.')));
}
