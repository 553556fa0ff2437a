import { expect, type Page } from '@playwright/test';

/** One key issues a number of that category; gives what is on the slip. */
export async function issueNumber(page: Page, key: string): Promise<string> {
  const said = page.getByText(/^[A-Z]\d+ verildi$/);
  const before = await said.allTextContents();
  await expect(page.getByRole('button', { name: / için sıra numarası ver / }).first()).toBeEnabled();
  await page.keyboard.press(key);
  await expect(said).not.toHaveText(before);
  return (await said.textContent())?.split(' ')[0] ?? '';
}
