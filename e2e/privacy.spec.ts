import { expect, type Page } from '@playwright/test';
import { contract } from '../src-shared/contract/index.ts';
import { revealMinutes } from '../src-shared/rules/field-access.ts';
import { openSection } from './pages/settings.ts';
import { fillForm, fillMatter, pick, registerApplication, saveForm } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { look } from './support/look.ts';
import { picture } from './support/pictures.ts';
import { test } from './support/test.ts';
import { callHost } from './support/wire.ts';
import { startSample, type Workplace } from './support/workplace.ts';

const visitor = {
  name: 'Gülşen Işıkoğlu',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Sokak lambası iki haftadır yanmıyor.',
};
const masked = { identityNo: '100••••••46', phone: '05•• ••• 45 67' };
/** As they go over the wire. */
const whole = [visitor.identityNo, '+905321234567', visitor.phone];

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

/** All that the core answers to this window from now on. */
function tap(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/rpc/')) bodies.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

async function openedFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Dosyayı aç' }).click();
  await expect(page.getByRole('tab', { name: 'Ekler' })).toBeVisible();
}

test('FF-4: numbers come to a window masked, whole once it is on record why, and go masked again', async ({
  browser,
}) => {
  const page = await signIn(browser, workplace, workplace.user('mehmet'));
  const answers = tap(page);
  await registerApplication(page, visitor);
  await openedFile(page);
  const details = page.getByRole('region', { name: 'Başvuru bilgileri' });
  await expect(details).toContainText(masked.identityNo);
  await expect(details).toContainText(masked.phone);
  await look(page, 'privacy-masked');
  for (const number of whole) expect(await answers()).not.toContain(number);

  await test.step('by the reason’s digit, and hidden by hand', async () => {
    await details.getByRole('button', { name: 'Göster' }).click();
    await expect(page.getByText('Numaralar neden gerekli?')).toBeVisible();
    await page.keyboard.press('2');
    await expect(details).toContainText(visitor.phone);
    await details.getByRole('button', { name: 'Gizle' }).click();
    await expect(details).toContainText(masked.phone);
  });

  await page.clock.install();
  await details.getByRole('button', { name: 'Göster' }).click();
  await expect(page.getByText('Numaralar neden gerekli?')).toBeVisible();
  await look(page, 'privacy-reasons');
  await page.keyboard.press('5');
  await page.getByRole('textbox', { name: 'Neden', exact: true }).press('Enter');
  await expect(page.getByText('Nedeni yazılmalı.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Neden', exact: true }).fill('Tüketici numarasını soruyor');
  await page.keyboard.press('Enter');
  await expect(details).toContainText(visitor.identityNo);
  await expect(details).toContainText(visitor.phone);
  await look(page, 'privacy-shown');

  // Somebody is at the screen all the time, so that it does not lock.
  for (let minute = 0; minute <= revealMinutes; minute += 1) {
    await page.mouse.move(300 + minute, 300);
    await page.clock.runFor(60_000);
  }
  await expect(details).toContainText(masked.identityNo);
  await expect(details).not.toContainText(visitor.phone);

  const supervisor = await signIn(browser, workplace, workplace.user('ayse'));
  await openSection(supervisor, 'Denetim kayıtları');
  const rows = supervisor.getByRole('table').getByRole('row').filter({ hasText: 'Numaraları gördü' });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Kimlik no, Cep telefonu · Tüketici numarasını soruyor');
  await supervisor.getByRole('button', { name: 'Zinciri doğrula' }).click();
  await expect(supervisor.getByText(/^Zincir doğrulandı: [\d.]+ kayıt/)).toBeVisible();
  await look(supervisor, 'privacy-audit');
});

test('a known consumer is registered and called without a number ever being typed or asked for', async ({
  browser,
}) => {
  const page = await signIn(browser, workplace, workplace.user('mehmet'));
  await registerApplication(page, visitor);
  await expect(page.getByRole('button', { name: 'Aynı kişiye yeni başvuru' })).toBeEnabled();
  await page.keyboard.press('F7');
  const answers = tap(page);
  const phone = page.getByRole('textbox', { name: 'Cep telefonu' });
  await expect(phone).toHaveValue(masked.phone);
  await expect(page.getByRole('textbox', { name: 'Kimlik no' })).toHaveValue(masked.identityNo);
  await fillMatter(page, visitor.description);
  await picture(page, 'privacy-form');
  await saveForm(page);
  const found = await callHostAs('mehmet', 'search.find', { text: visitor.phone });
  expect(contract['search.find'].output.parse(found).applications).toHaveLength(2);

  await openedFile(page);
  for (const number of whole) expect(await answers()).not.toContain(number);
  await page.keyboard.press('F3');
  await expect(page.getByRole('tabpanel', { name: 'Arama' })).toContainText(visitor.phone);
  await look(page, 'privacy-call');

  await test.step('another number typed in its place is what is registered', async () => {
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('F7');
    await expect(phone).toHaveValue(masked.phone);
    await phone.focus();
    await page.keyboard.type('05339998877');
    await expect(phone).toHaveValue('05339998877');
  });
});

test('WR-7: who informed is known to whom the administrator lets know it, and to nobody else', async ({
  browser,
}) => {
  const page = await signIn(browser, workplace, workplace.user('mehmet'));
  await fillForm(page, visitor);
  await pick(page, 'Sıfatı', 'İhbarcı');
  const answers = tap(page);
  await saveForm(page);
  await openedFile(page);
  const details = page.getByRole('region', { name: 'Başvuru bilgileri' });
  await expect(details).toContainText('İhbarcının kimliği gizli');
  await look(page, 'privacy-informant');
  for (const told of [...whole, 'Gülşen', masked.phone]) expect(await answers()).not.toContain(told);

  const administrator = await signIn(browser, workplace, workplace.user('yonetici'));
  await openSection(administrator, 'Kullanıcılar');
  const permission = administrator.getByRole('switch', { name: /^Mehmet Kaya ihbarcının/ });
  await expect(permission).not.toBeChecked();
  await permission.click({ force: true });
  await expect(permission).toBeChecked();
  await look(administrator, 'privacy-users');

  await expect(details).toContainText(visitor.name);
  await expect(details).toContainText(masked.phone);
});

test('reception is told how an application stands, and nothing of what was said', async ({ browser }) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  const { applicationNo } = await registerApplication(clerk, visitor);
  const reception = await signIn(browser, workplace, workplace.user('elif'));
  const answers = tap(reception);
  await reception.keyboard.press('Control+k');
  await reception.keyboard.type(applicationNo);
  await reception.getByRole('option', { name: new RegExp(applicationNo) }).click();
  await expect(reception.getByText('Gülşen I.').first()).toBeVisible();
  await look(reception, 'privacy-reception');
  for (const told of [...whole, visitor.description, 'Işıkoğlu']) expect(await answers()).not.toContain(told);
});

test('a supervisor is told of unusual reading wherever they work, and takes note of it', async ({
  browser,
}) => {
  const list = await callHostAs('mehmet', 'application.list', { list: 'open', offset: 0, limit: 20 });
  for (const { id } of contract['application.list'].output.parse(list).rows) {
    const subject = { kind: 'application', id };
    const asked = { subject, fields: ['phone'], reason: 'call', words: '' };
    // Of an informant nothing is shown.
    await callHost(workplace, 'person.reveal', asked).catch(() => null);
  }
  const supervisor = await signIn(browser, workplace, workplace.user('ayse'));
  const line = supervisor.getByRole('region', { name: 'Olağan dışı okuma' });
  await expect(line).toContainText('Olağan dışı');
  await look(supervisor, 'privacy-notice');
  await line.getByRole('button', { name: 'Denetim kayıtları' }).click();
  await expect(supervisor.getByText(/Mehmet Kaya \d+ kez numara gösterdi/)).toBeVisible();
  await line.getByRole('button', { name: 'Gördüm' }).click();
  await expect(line).toBeEmpty();
  await expect(supervisor.getByText(/^Görülmüş bildirimler/)).toBeVisible();
  await look(supervisor, 'privacy-noted');
});

async function callHostAs(username: string, method: string, input: unknown): Promise<unknown> {
  const { password } = workplace.user(username);
  await callHost(workplace, 'session.signIn', { username, password });
  return callHost(workplace, method, input);
}
