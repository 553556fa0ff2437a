import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { SampleUser, Workplace } from '../support/workplace.ts';

/** A window of the staff application with somebody signed in, as they would do it. */
export async function signIn(
  browser: Browser,
  workplace: Workplace,
  user: Pick<SampleUser, 'username' | 'password' | 'displayName'>,
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(workplace.page);
  await page.getByLabel('Kullanıcı adı').fill(user.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(user.password);
  await page.getByRole('button', { name: 'Giriş yap' }).click();
  await expectSignedIn(page, user);
  return page;
}

/** By the session's menu: the names of sample users stand on the sign-in screen too. */
export async function expectSignedIn(page: Page, user: Pick<SampleUser, 'displayName'>): Promise<void> {
  await expect(sessionMenu(page)).toContainText(user.displayName);
}

export function sessionMenu(page: Page): Locator {
  return page.getByTitle('Oturum menüsü');
}

/** Types until the wanted option stands first, and takes it with Enter. */
export async function choose(page: Page, field: string, typed: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).pressSequentially(typed);
  // The lists of other fields stay in the page, closed, with what was chosen there.
  const first = page.locator('[role=option][data-combobox-selected]:visible');
  await expect(first).toContainText(option);
  await page.keyboard.press('Enter');
}

/** At a sample workplace's sign-in screen: one press on somebody of the list. */
export async function enterAsSample(page: Page, user: Pick<SampleUser, 'displayName'>): Promise<void> {
  await page.getByRole('button', { name: user.displayName }).click();
  await expectSignedIn(page, user);
}

/** A new window of the application, nobody signed in. */
export async function openWindow(browser: Browser, workplace: Workplace): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(workplace.page);
  return page;
}
