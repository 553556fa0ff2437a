import { expect, type Page } from '@playwright/test';
import { track } from './pages/gateway.ts';
import { fillStreetLighting, sendWebForm } from './pages/web-form.ts';
import { isWiderThanScreen, look, zoomed } from './support/look.ts';
import { test } from './support/test.ts';
import { type Gateway, startGateway } from './support/workplace.ts';

let gateway: Gateway;

test.beforeAll(async () => {
  gateway = await startGateway();
});
test.afterAll(() => gateway.stop());

const phone = { width: 375, height: 667 };

async function lookAtAll(page: Page, name: string): Promise<void> {
  for (const size of [phone, zoomed, { width: 1280, height: 720 }]) {
    await page.setViewportSize(size);
    expect.soft(await isWiderThanScreen(page), `${name} at ${size.width}`).toBe(false);
  }
  await look(page, name);
}

test('WB-1: a consumer applies by the web form and follows the application, without a script', async ({
  page,
}) => {
  await page.goto(`${gateway.url}/basvuru`);
  await lookAtAll(page, 'web-form-topics');
  await page.getByRole('link', { name: 'Sokak aydınlatma arızası' }).click();
  await lookAtAll(page, 'web-form-empty');

  // Nobody fills it in less than four seconds; the first error is where the keyboard is.
  await expect(async () => {
    await sendWebForm(page);
    await expect(page.getByRole('alert')).toContainText('alanı düzeltin', { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('alert')).toBeFocused();
  await lookAtAll(page, 'web-form-errors');
  await page.getByRole('link', { name: 'Ad soyad ya da unvan yazılmalı.' }).click();
  await expect(page.getByLabel('Ad soyad ya da unvan')).toBeFocused();

  await fillStreetLighting(page);
  await sendWebForm(page);
  await expect(page.getByRole('heading', { name: 'Başvurunuz alındı' })).toBeVisible();
  await lookAtAll(page, 'web-form-taken');
  const code = (await page.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent()) ?? '';
  const number = (await page.getByText(/^26-\d{4}-00\d{5}$/).textContent()) ?? '';
  await page.reload();
  await expect(page.getByText(number)).toBeVisible();

  await track(page, gateway.url, code);
  await expect(page.getByText(number)).toBeVisible();
  await lookAtAll(page, 'web-form-tracking');
});

test('a retail topic says who deals with it', async ({ page }) => {
  await page.goto(`${gateway.url}/basvuru/billing`);
  await expect(page.getByText('OEPSAŞ', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Başvuruyu gönder' })).toHaveCount(0);
  await lookAtAll(page, 'web-form-retail');
});
