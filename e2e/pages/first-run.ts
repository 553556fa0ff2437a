import type { Page } from '@playwright/test';

export type SetUp = {
  readonly branchName: string;
  readonly branchCode: string;
  readonly displayName: string;
  readonly username: string;
  readonly password: string;
  readonly pin: string;
};

export async function fillSetUp(page: Page, wanted: SetUp): Promise<void> {
  await page.getByLabel('Şube adı').fill(wanted.branchName);
  await page.getByLabel('Şube kodu').fill(wanted.branchCode);
  await page.getByLabel('Ad soyad').fill(wanted.displayName);
  await page.getByLabel('Kullanıcı adı').fill(wanted.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(wanted.password);
  await page.getByRole('textbox', { name: 'PIN' }).fill(wanted.pin);
}
