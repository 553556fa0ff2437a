import { expect, type Locator, type Page } from '@playwright/test';
import { openSection } from './settings.ts';

export async function openText(page: Page, title: RegExp): Promise<void> {
  await openSection(page, 'Metinler');
  await page.getByRole('button', { name: title }).click();
}

export async function showView(
  page: Page,
  name: 'Sürümler' | 'Karşılaştır' | 'Yeni sürüm yaz',
): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

/** Publishes what is being written, by the keys that stand beside it. */
export async function publishText(page: Page, version: number): Promise<void> {
  await page.keyboard.press('F9');
  await expect(page.getByText(new RegExp(`^Sürüm ${version}, .* gününden başlayarak`))).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Sürüm ${version} yayımlandı.`)).toBeVisible();
}

export function versionRow(page: Page, version: number): Locator {
  return page.getByRole('row', { name: new RegExp(`^${version}\\b`) });
}
