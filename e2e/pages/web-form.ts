import type { Page } from '@playwright/test';

/** WB-1: a consumer describes a street lamp, as far as the form wants it. */
export async function fillStreetLighting(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'İhbar', exact: true }).check();
  await page.getByRole('radio', { name: 'Yanmıyor', exact: true }).check();
  await page.getByLabel('Yer tarifi').fill('Işıklar Sokak 7 önü');
  await page.getByLabel('Açıklama').fill('Sokağımızdaki üç lamba iki haftadır yanmıyor.');
  await page.getByLabel('İlçe ve il').selectOption('Odunpazarı (Eskişehir)');
  await page.getByRole('radio', { name: 'Kişi' }).check();
  await page.getByLabel('Ad soyad ya da unvan').fill('Gülşen Işık');
  await page.getByLabel('Hangi sıfatla başvuruyorsunuz?').selectOption('Abone / kullanıcı');
  await page.getByLabel('Cep telefonu').fill('0532 123 45 67');
}

export async function sendWebForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Başvuruyu gönder' }).click();
}
