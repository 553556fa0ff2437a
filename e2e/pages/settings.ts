import { expect, type Page } from '@playwright/test';

export async function connectCrm(page: Page, url: string, apiKey: string): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.getByRole('tab', { name: 'CRM bağlantısı' }).click();
  await page.getByLabel('CRM adresi').fill(url);
  await page.getByRole('textbox', { name: 'Şube anahtarı' }).fill(apiKey);
  await page.getByRole('button', { name: 'Kaydet' }).click();
  await expect(page.getByText('CRM bağlantısı kaydedildi.')).toBeVisible();
}

export async function openSection(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.getByRole('tab', { name }).click();
}

export async function configurePrinter(page: Page, host: string, port: number): Promise<void> {
  await openSection(page, 'Yazıcı');
  await page.getByRole('radio', { name: 'Ağ yazıcısı (ESC/POS)' }).check();
  await page.getByLabel('Adres').fill(host);
  await page.getByLabel('Port').fill(String(port));
  await page.getByRole('button', { name: 'Kaydet' }).click();
  await expect(page.getByText('Yazıcı ayarı kaydedildi.')).toBeVisible();
}
