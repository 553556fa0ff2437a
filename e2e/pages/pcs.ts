import { expect, type Page } from '@playwright/test';
import { openSection } from './settings.ts';

/** At the hub: shows a code, and reads it off the screen as a person would. */
export async function showCode(page: Page): Promise<string> {
  await openSection(page, 'Bilgisayarlar');
  await expect(page.getByRole('button', { name: 'Bilgisayar ekle' })).toBeVisible();
  await page.keyboard.press('Alt+N');
  const code = page.getByRole('status').filter({ hasText: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/ });
  await expect(code).toBeVisible();
  return (await code.textContent()) ?? '';
}

export type Joining = {
  readonly address: string;
  readonly code: string;
  readonly deskName: string;
  readonly deskCode: string;
};

/** At a PC that nobody has set up, by keys alone: address and code as they are typed, desk, and off. */
export async function typeJoining(page: Page, { address, code, deskName, deskCode }: Joining): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Merkezin adresi' })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(address);
  for (const typed of [code.replaceAll('-', '').toLowerCase(), deskName, deskCode]) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(typed);
  }
}

/** At a PC that is set up: opens the form by which it joins, or joins again. */
export async function openJoining(page: Page): Promise<void> {
  await openSection(page, 'Bilgisayarlar');
  const join = page.getByRole('button', {
    name: /^Bu bilgisayarı bir şubeye kat|^Merkezle yeniden eşleştir/,
  });
  await expect(join).toBeVisible();
  await page.keyboard.press('Alt+T');
}
