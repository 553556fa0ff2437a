import { expect } from '@playwright/test';
import { fillSetUp } from './pages/first-run.ts';
import { memberOf, signInAtGateway, track } from './pages/gateway.ts';
import { issueNumber } from './pages/reception.ts';
import { openSection } from './pages/settings.ts';
import { fillForm, saveForm } from './pages/solution-point.ts';
import { enterAsSample, openWindow, sessionMenu } from './pages/staff.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, startWorkplace, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

test('first run', async ({ browser }) => {
  const fresh = await startWorkplace();
  try {
    const page = await openWindow(browser, fresh);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, 'first-run');
    await page.keyboard.press('F1');
    const nothing = { branchName: '', branchCode: '', displayName: '', username: '', password: '', pin: '' };
    await fillSetUp(page, nothing);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Şube adı yazılmalı.')).toBeVisible();
    await look(page, 'set-up-refused');
  } finally {
    await fresh.stop();
  }
});

test('sign-in, reception and the lock', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  const user = workplace.user('elif');
  await page.getByLabel('Kullanıcı adı').fill(user.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill('yanlis-parola');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kullanıcı adı ya da parola yanlış.')).toBeVisible();
  await look(page, 'sign-in');
  await enterAsSample(page, user);
  await expect(page.getByText('Henüz numara verilmedi')).toBeVisible();
  await look(page, 'reception');
  await page.keyboard.press('F9');
  await look(page, 'reception-priority');
  await issueNumber(page, 'F1');
  await look(page, 'reception-issued');
  await sessionMenu(page).click();
  await expect(page.getByRole('button', { name: 'Oturumu kapat' })).toBeVisible();
  await look(page, 'session-menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+0');
  await expect(page.getByRole('dialog', { name: 'Durum ayrıntıları' })).toBeVisible();
  await look(page, 'status-details');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+L');
  await expect(page.getByRole('dialog', { name: 'Ekran kilitli' })).toBeVisible();
  await look(page, 'lock');
});

test('solution point and application file', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('mehmet'));
  await expect(page.getByRole('button', { name: 'Sıradakini çağır' })).toBeEnabled();
  await look(page, 'solution-point');
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Görüşmeyi başlat' }).click();
  await page.keyboard.press('F9');
  await expect(page.getByText(/alan düzeltilmeli/)).toBeVisible();
  await look(page, 'solution-point-refused');
  await fillForm(page, {
    name: 'Ayşe Işık',
    identityNo: '10000000146',
    phone: '0532 123 45 67',
    description: 'Vişnelik’te her akşam 19.00 gibi elektrik kesiliyor, buzdolabı bozulacak.',
  });
  await look(page, 'solution-point-filled');
  await page.getByRole('button', { name: 'Formu temizle' }).click();
  await expect(page.getByText('Form temizlendi.')).toBeVisible();
  await look(page, 'solution-point-notice');
  await page.keyboard.press('Alt+Z');
  const { trackingCode } = await saveForm(page);
  await look(page, 'solution-point-registered');

  await page.getByRole('button', { name: 'Dosyayı aç' }).click();
  const tabs = page.getByRole('tab');
  await expect(tabs).not.toHaveCount(0);
  for (const name of await tabs.allInnerTexts()) {
    const [label = ''] = name.split('\n');
    await tabs.filter({ hasText: label }).click();
    // The story and the actions have tabs of their own, so one panel of each is shown.
    await expect(page.getByRole('tabpanel', { name: label })).toBeVisible();
    await look(page, `file-${label}`);
  }

  await expect(page.getByText('CRM’e gönderilmedi')).toHaveCount(0, { timeout: 60_000 });
  await track(page, gatewayUrl(), trackingCode);
  await expect(page.getByText('Kayda alındı').first()).toBeVisible();
  await look(page, 'gateway-tracked');
});

test('work lists, find and settings', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('yonetici'));
  for (const section of ['Yazıcı', 'Çıktılar', 'CRM bağlantısı', 'Kullanıcılar', 'Kayıtlar ve yedek']) {
    await openSection(page, section);
    await expect(page.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
    await look(page, `settings-${section}`);
  }
  await page.keyboard.press('Alt+3');
  await expect(page.getByText(/^26-\d{4}-\d{7}$/).first()).toBeVisible();
  await look(page, 'work-lists');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('yılmaz');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look(page, 'find');
});

test('the gateway’s pages', async ({ browser, page }) => {
  const { crm } = workplace;
  if (crm === undefined) throw new Error('The sample has no gateway');
  await page.goto(`${crm.url}/giris`);
  await look(page, 'gateway-sign-in');
  const member = await signInAtGateway(browser, crm.url, memberOf(crm.members, 'supply_continuity'));
  await look(member, 'gateway-inbox');
  await member.getByRole('row').getByRole('link').first().click();
  await expect(member.getByRole('heading', { level: 1 })).toBeVisible();
  await look(member, 'gateway-team-file');
  const operator = await signInAtGateway(browser, crm.url, memberOf(crm.members, null));
  await look(operator, 'gateway-outbox');
  await page.goto(`${crm.url}/takip`);
  await look(page, 'gateway-track');
});

function gatewayUrl(): string {
  if (workplace.crm === undefined) throw new Error('The sample has no gateway');
  return workplace.crm.url;
}
