import { expect, type Page } from '@playwright/test';
import { fillSetUp } from './first-run.ts';
import { issueNumber } from './reception.ts';
import { registerApplication } from './solution-point.ts';
import { expectSignedIn } from './staff.ts';

const administrator = {
  branchName: 'Eskişehir Merkez',
  branchCode: '26',
  displayName: 'Deniz Işık',
  username: 'deniz.isik',
  password: 'uzun-bir-parola',
  pin: '4071',
};

/** Sets a fresh workplace up, up to its administrator being signed in. */
export async function setUpWorkplace(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Banko’ya hoş geldiniz' })).toBeVisible();
  await page.keyboard.press('F1');
  await fillSetUp(page, administrator);
  await page.keyboard.press('Control+Enter');
  await enter(page);
}

/** Signs its administrator in. */
export async function enter(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: administrator.branchName })).toBeVisible();
  await page.getByLabel('Kullanıcı adı').fill(administrator.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expectSignedIn(page, administrator);
}

export async function issueFirstNumber(page: Page): Promise<string> {
  await page.keyboard.press('Alt+1');
  return issueNumber(page, 'F1');
}

export async function registerWalkIn(page: Page): Promise<string> {
  await page.keyboard.press('Alt+2');
  const { applicationNo } = await registerApplication(page, {
    name: 'Ayşe Işık',
    identityNo: '10000000146',
    phone: '0532 123 45 67',
    description: 'Vişnelik’te her akşam elektrik kesiliyor.',
  });
  return applicationNo;
}

/** The number waits and the application is found, as somebody would look for them. */
export async function expectKnown(page: Page, label: string, applicationNo: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(applicationNo);
  await expect(page.getByRole('option', { name: applicationNo })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+1');
  await expect(page.getByText(label).first()).toBeVisible();
}
