import { expect, type Page } from '@playwright/test';

export async function connectCrm(page: Page, url: string, apiKey: string): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.getByRole('tab', { name: 'CRM bağlantısı' }).click();
  await page.getByLabel('CRM adresi').fill(url);
  await page.getByRole('textbox', { name: 'Şube anahtarı' }).fill(apiKey);
  await page.getByRole('button', { name: 'Kaydet' }).click();
  await expect(page.getByText('CRM bağlantısı kaydedildi.')).toBeVisible();
}
