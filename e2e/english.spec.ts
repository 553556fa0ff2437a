import { expect } from '@playwright/test';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

test('in the English locale refusals of the core and of the contract are English too', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('banko.language', 'en'));
  await page.goto(workplace.page);
  const { username, password } = workplace.user('mehmet');
  await page.getByLabel('User name').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(`${password}x`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The user name or the password is wrong.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');

  await page.getByRole('textbox', { name: 'Name and surname' }).fill('Ayşe Işık');
  await page.getByRole('textbox', { name: 'Identity no' }).fill('12345678901');
  await page.keyboard.press('F9');
  await expect(
    page.getByText('An identity number has 11 digits and a tax number 10; check the digits.'),
  ).toBeVisible();
  const wrong = page.locator('form [aria-invalid=true]');
  await expect(wrong).not.toHaveCount(0);
  const form = page.getByRole('form', { name: 'Application form' });
  const sentences = await form.locator('.mantine-InputWrapper-error').allTextContents();
  expect(sentences.length).toBeGreaterThan(5);
  expect(sentences.filter((sentence) => /[çğıöşü]/i.test(sentence))).toEqual([]);
});
