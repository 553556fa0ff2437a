import { expect, type Page } from '@playwright/test';
import { type GraphServer, startGraphServer } from '../src-main/testing/graph/graph-server.ts';
import { openSection } from './pages/settings.ts';
import { signIn } from './pages/staff.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;
let graph: GraphServer;

test.beforeAll(async () => {
  graph = await startGraphServer();
  workplace = await startSample();
});
test.afterAll(async () => {
  await workplace.stop();
  await graph.stop();
});

test('ON-1: without an account the desk opens Teams by a link with the number and the unit', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  const label = await meetOverTeams(clerk);
  const link = clerk.getByRole('link', { name: /^Teams’te aç/ });
  await expect(link).toHaveAttribute(
    'href',
    `https://teams.microsoft.com/l/meeting/new?subject=${label}&attendees=isletme@oedas.example`,
  );
  await look(clerk, 'teams-deep-link');
});

test('ON-1: with an account the meeting is opened there, and desk and unit have its link', async ({
  browser,
}) => {
  const admin = await signIn(browser, workplace, workplace.user('yonetici'));
  await test.step('the administrator enters the account and tries it', async () => {
    await openSection(admin, 'Microsoft Teams');
    await expect(admin.getByText('Hesap tanımlı değil; görüşmeler bağlantıyla açılıyor.')).toBeVisible();
    await admin.getByRole('button', { name: 'Kaydet' }).click();
    await expect(admin.getByText('Kiracı (tenant) kimliği yazılmalı.')).toBeVisible();
    await look(admin, 'teams-settings-refused');
    const { tenantId, clientId, clientSecret, organizerId, loginUrl, graphUrl } = graph.account;
    await admin.getByLabel('Kiracı (tenant)').fill(tenantId);
    await admin.getByLabel('Uygulama (client) kimliği').fill(clientId);
    await admin.getByRole('textbox', { name: 'Gizli anahtar' }).fill(clientSecret);
    await admin.getByLabel('Düzenleyenin nesne kimliği').fill(organizerId);
    await admin.getByLabel('Oturum açma adresi').fill(loginUrl);
    await admin.getByLabel('Graph adresi').fill(graphUrl);
    await admin.getByRole('button', { name: 'Kaydet' }).click();
    await expect(admin.getByText('Teams hesabı kaydedildi.')).toBeVisible();
    await admin.getByRole('button', { name: 'Bağlantıyı dene' }).click();
    await expect(admin.getByText('Microsoft Teams yanıt verdi; toplantı açılabiliyor.')).toBeVisible();
    await look(admin, 'teams-settings');
  });

  const clerk = await signIn(browser, workplace, workplace.user('zeynep'));
  const label = await meetOverTeams(clerk);
  await expect(clerk.getByRole('link', { name: /^Teams’te aç/ })).toHaveAttribute('href', /meetup-join/);
  await expect.poll(() => graph.mails.map(({ subject }) => subject)).toEqual([`${label} · Teams görüşmesi`]);
  await look(clerk, 'teams-at-desk');
  await clerk.keyboard.press('Alt+4');
  await clerk.getByRole('radio', { name: new RegExp(`^Teams.*${label}`) }).focus();
  await clerk.keyboard.press('Space');
  await expect(clerk.getByRole('link', { name: /^Teams’te aç/ })).toHaveAttribute('href', /meetup-join/);
  await look(clerk, 'teams-in-rooms');
});

test('an administrator says how to dial, and imports a directory line by line', async ({ browser }) => {
  const admin = await signIn(browser, workplace, workplace.user('yonetici'));
  await openSection(admin, 'Santral');
  await admin.getByLabel('Dahili ön eki').fill('+90222230');
  await admin.getByRole('button', { name: 'Kaydet' }).click();
  await expect(admin.getByText('Arama biçimi kaydedildi.')).toBeVisible();
  const heads = 'Tür;Ad;Birim;Unvan;Dahili;Telefon;SIP;Yedek';
  const importFile = (line: string) =>
    admin.locator('input[type=file]').setInputFiles({
      name: 'rehber.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${heads}\r\n${line}\r\n`),
    });
  await importFile(';Işıl Çağlar;;Uzman;21x;;;');
  await expect(admin.getByRole('cell', { name: 'Dahili 2 ile 8 rakam arasında olmalı.' })).toBeVisible();
  await look(admin, 'switchboard-import-refused');
  await importFile(';Işıl Çağlar;Bağlantı Müdürlüğü;Uzman;2991;;;');
  await expect(admin.getByText('1 kayıt eklendi, 0 kayıt güncellendi, 0 kayıt aynıydı.')).toBeVisible();
  await look(admin, 'switchboard-settings');
  await admin.keyboard.press('Alt+5');
  await admin.getByRole('combobox', { name: 'Kişi, birim ya da dahili ara' }).fill('isil caglar');
  await expect(admin.getByRole('link', { name: /^Ara/ })).toHaveAttribute('href', 'tel:+902222302991');
});

/** Serves the next number and meets a unit over Teams with the visitor at the desk. */
async function meetOverTeams(page: Page): Promise<string> {
  await page.keyboard.press('Alt+2');
  const finish = page.getByRole('button', { name: 'Görüşmeyi bitir' });
  const call = page.getByRole('button', { name: 'Sıradakini çağır' });
  await expect(call.or(finish).first()).toBeVisible();
  if (await finish.isVisible()) await page.keyboard.press('F6');
  await expect(call).toBeEnabled();
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Görüşmeyi başlat' }).click();
  await expect(finish).toBeVisible();
  const label = await page.locator('.bk-number').first().innerText();
  await page.keyboard.press('Alt+O');
  await expect(page.getByRole('radio', { name: /^Bağlantı Müdürlüğü/ })).toBeFocused();
  await page.keyboard.press('3');
  await page.getByRole('radio', { name: /^Teams/ }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Konu' }).pressSequentially('sokak');
  await expect(page.locator('[role=option][data-combobox-selected]:visible')).toContainText(
    'Sokak aydınlatma',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${label} → Teams · İşletme Müdürlüğü`)).toBeVisible();
  return label;
}
