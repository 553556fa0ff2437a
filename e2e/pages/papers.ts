import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** The open preview of a document, drawn to its last sheet. */
export async function openPaper(page: Page, name: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog.getByRole('region', { name: `${name}: önizleme` })).toBeVisible();
  await expect(dialog.locator('figure[data-drawn="true"]').first()).toBeVisible();
  await expect(dialog.locator('figure[data-drawn="false"]')).toHaveCount(0);
  return dialog;
}

/** Saves the open document by its key. */
export async function savePaper(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('F9');
  const saved = await download;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}
