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

/** A printer on the network, of slips or of labels. */
export async function configurePrinter(
  page: Page,
  host: string,
  port: number,
  name: 'Fiş yazıcısı' | 'Etiket yazıcısı' = 'Fiş yazıcısı',
): Promise<void> {
  await openSection(page, 'Yazıcı');
  const panel = page.getByRole('region', { name });
  await panel.getByRole('radio', { name: 'Ağda, kendi adresiyle' }).check();
  await panel.getByRole('textbox', { name: 'Adres' }).fill(host);
  await panel.getByRole('textbox', { name: 'Port' }).fill(String(port));
  await savePrinter(page, name);
}

export async function savePrinter(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name }).getByRole('button', { name: 'Kaydet' }).click();
  await expect(page.getByText('Yazıcı ayarı kaydedildi.').first()).toBeVisible();
}
