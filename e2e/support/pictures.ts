import type { Page } from '@playwright/test';

/** A picture of a step, for a person to look at; kept beside the reports. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/pictures/${name}.png`, animations: 'disabled' });
}
