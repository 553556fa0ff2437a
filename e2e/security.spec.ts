import { expect, type Page } from '@playwright/test';
import { issueNumber } from './pages/reception.ts';
import { registerApplication } from './pages/solution-point.ts';
import { enterAsSample, sessionMenu } from './pages/staff.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

test('the token leaves the address as the page loads, works after a reload, and opens nothing without it', async ({
  page,
}) => {
  await page.goto(workplace.page);
  await enterAsSample(page, workplace.user('mehmet'));
  await expectNoToken(page);
  await page.reload();
  await expect(sessionMenu(page)).toBeVisible();
  await page.goBack().catch(() => null);
  await expectNoToken(page);

  const stranger = await page.context().browser()?.newPage();
  if (stranger === undefined) throw new Error('No browser');
  await stranger.goto(workplace.url);
  await expect(stranger.getByText('bu sayfa onun açtığı adresten açılmadı', { exact: false })).toBeVisible();
  await stranger.close();
});

test('a day’s work asks nothing of another host, breaks no rule of the page and logs no error', async ({
  page,
}) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!isOwn(request.url())) elsewhere.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (!isOwn(socket.url().replace(/^ws:/, 'http:'))) elsewhere.push(socket.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.exposeFunction('reportViolation', (directive: string) => complaints.push(directive));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      Reflect.get(globalThis, 'reportViolation')(`${violatedDirective} ${blockedURI}`),
    );
  });

  await page.goto(workplace.page);
  await enterAsSample(page, workplace.user('yonetici'));
  await page.keyboard.press('Alt+1');
  await issueNumber(page, 'F1');
  await expect(page.getByText('OEDAŞ')).toBeVisible();
  await page.keyboard.press('Alt+2');
  const { applicationNo } = await registerApplication(page, {
    name: '<img src="https://ornek.invalid/x.png" onerror="alert(1)">',
    identityNo: '10000000146',
    phone: '0532 123 45 67',
    description: '<script src="https://ornek.invalid/x.js"></script> Elektrik kesiliyor.',
  });
  await page.getByRole('button', { name: 'Dosyayı aç' }).click();
  await expect(page.getByRole('heading', { name: applicationNo })).toBeVisible();
  await expect(page.getByText('<img src=', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('cell', { name: /^26-\d{4}-\d{7}$/ }).first()).toBeVisible();
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();

  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
});

function isOwn(url: string): boolean {
  return url.startsWith(workplace.url) || url.startsWith('data:') || url.startsWith('blob:');
}

async function expectNoToken(page: Page): Promise<void> {
  expect(page.url()).not.toContain(workplace.token);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(workplace.token);
}
