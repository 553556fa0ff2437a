import { expect, type Page } from '@playwright/test';
import { choose } from './staff.ts';

/** SP-2, in the open file, by its keys. */
export async function routeToTeam(page: Page, typed: string, note: string): Promise<void> {
  await page.keyboard.press('F2');
  await choose(page, 'Ekip', typed, 'Tedarik');
  await page.getByLabel('Ekibe not').fill(note);
  await page.keyboard.press('F9');
  await expect(page.getByText(/^Ekibe yönlendirildi:/)).toBeVisible();
}

/** SP-3 and SP-4: the call with its result, then the outcome in words on a durable medium. */
export async function closeAfterCall(page: Page, outcome: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('radio', { name: 'Ulaşıldı' }).check();
  await page.keyboard.press('F9');
  await expect(page.getByText(/^Arandı, görüşüldü/)).toBeVisible();
  await page.keyboard.press('F4');
  await page.getByRole('radio', { name: 'Çözüldü' }).check();
  await page.getByRole('textbox', { name: 'Sonuç' }).fill(outcome);
  await page.getByRole('radio', { name: 'SMS' }).check();
  await page.getByRole('radio', { name: 'Memnun', exact: true }).check();
  await page.keyboard.press('F9');
  await expect(page.getByText('Başvuru sonuçlandırıldı', { exact: true })).toBeVisible();
}
