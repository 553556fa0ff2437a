import { expect, type Page } from '@playwright/test';
import { signIn } from './pages/staff.ts';
import { isWiderThanScreen, look, zoomed } from './support/look.ts';
import { picture } from './support/pictures.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

const box = (page: Page) => page.getByRole('combobox', { name: 'Kişi, birim ya da dahili ara' });
const chosen = (page: Page) => page.getByRole('option', { selected: true });
const log = (page: Page) => page.getByRole('region', { name: /Bugünkü aktarımlar/ });

/**
 * The links that are followed from now on, as the system's telephone program would get them. There is none here, and
 * the browser's question about it would hold the keyboard.
 */
async function listenForCalls(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const called: string[] = [];
    Object.assign(window, { called });
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null) return;
      event.preventDefault();
      called.push(link.href);
    });
  });
  return () => page.evaluate(() => Reflect.get(window, 'called'));
}

test('SW-5, SW-6: a caller is found, called and written down by keys alone', async ({ browser }) => {
  const page = await signIn(browser, workplace, workplace.user('elif'));
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(box(page)).toBeFocused();
  await look(page, 'switchboard-open');
  const called = await listenForCalls(page);

  await test.step('typed without Turkish letters, the department comes first and its people follow', async () => {
    await page.keyboard.type('baglanti mud');
    await expect(chosen(page)).toContainText('Bağlantı Müdürlüğü');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(chosen(page)).toHaveAttribute('aria-posinset', '3');
    await look(page, 'switchboard-chosen');
  });

  await test.step('Enter calls by the extension', async () => {
    await expect(chosen(page)).toContainText('2203');
    await page.keyboard.press('Enter');
    expect(await called()).toEqual(['tel:2203']);
  });

  await test.step('a key writes the outcome, and the box is ready for the next caller', async () => {
    const name = await page.getByRole('heading', { level: 2 }).first().innerText();
    const before = await log(page).getByRole('listitem').count();
    await page.keyboard.press('F2');
    await expect(log(page).getByRole('listitem')).toHaveCount(before + 1);
    await expect(log(page).getByRole('listitem').first()).toContainText(`${name}`);
    await expect(log(page).getByRole('listitem').first()).toContainText('Yanıt yok');
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('');
    await expect(page.getByText(`${name}: yanıt yok.`)).toBeVisible();
    await page.keyboard.press('Alt+Z');
    await expect(log(page).getByRole('listitem')).toHaveCount(before);
  });

  await test.step('an extension finds whose it is', async () => {
    await page.keyboard.type('2202');
    await expect(page.getByRole('option')).toHaveCount(1);
    await expect(chosen(page)).toContainText('2202');
    await page.keyboard.press('Escape');
    await page.keyboard.type('zzz');
    await expect(page.getByText('Bu adla kayıt yok')).toBeVisible();
    await look(page, 'switchboard-nothing');
    await page.keyboard.press('Escape');
  });
});

test('SW-5: who can not be reached is said, and the backup is one key away', async ({ browser }) => {
  const page = await signIn(browser, workplace, workplace.user('elif'));
  await page.keyboard.press('Alt+5');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('2001');
  await expect(chosen(page)).toContainText('2001');
  await page.keyboard.press('Alt+D');
  const dialog = page.getByRole('dialog', { name: 'Durum ve aktarma notu' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: 'Uygun' }).focus();
  await page.keyboard.press('3');
  await dialog.getByLabel('Aktarma notu').fill('Toplantıda; 15.00’ten sonra aranır');
  await look(page, 'switchboard-availability');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Toplantıda; 15.00’ten sonra aranır')).toBeVisible();
  await expect(chosen(page)).toContainText('Yerinde değil');
  await look(page, 'switchboard-away');
  await page.keyboard.press('Alt+B');
  await expect(page.locator('.bk-number')).toHaveText(/2000$/);
});

test('a note that names a number is refused beside its field', async ({ browser }) => {
  const page = await signIn(browser, workplace, workplace.user('mehmet'));
  await page.keyboard.press('Alt+5');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('2000');
  await expect(chosen(page)).toContainText('2000');
  await page.getByLabel('Not', { exact: true }).fill('0532 123 45 67 arıyor');
  await page.keyboard.press('F4');
  await expect(page.getByText('Nota telefon ya da kimlik numarası yazılmaz.')).toBeVisible();
  await expect(page.getByLabel('Not', { exact: true })).toBeFocused();
  await look(page, 'switchboard-refused');
});

test('an administrator enters a contact and takes it out again', async ({ browser }) => {
  const page = await signIn(browser, workplace, workplace.user('yonetici'));
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Alt+K');
  const form = page.getByRole('dialog', { name: 'Yeni kayıt' });
  await form.getByLabel('Ad', { exact: false }).first().fill('Çiğdem Işıkoğlu');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText('Kişinin birimi yazılmalı.')).toBeVisible();
  await look(page, 'switchboard-contact-refused');
  await form.getByRole('combobox', { name: 'Birim' }).fill('Bağlantı Müdürlüğü');
  await form.getByLabel('Dahili').fill('2990');
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await box(page).fill('cigdem isik');
  await expect(chosen(page)).toContainText('Çiğdem Işıkoğlu');
  await page.keyboard.press('Alt+E');
  await page.getByRole('dialog').getByRole('button', { name: 'Sil' }).click();
  await expect(page.getByText('Çiğdem Işıkoğlu rehberden silindi.')).toBeVisible();
  await expect(page.getByText('Bu adla kayıt yok')).toBeVisible();
});

test('at 200 % zoom everything is still there', async ({ browser }) => {
  const page = await signIn(browser, workplace, workplace.user('elif'));
  await page.setViewportSize(zoomed);
  await page.keyboard.press('Alt+5');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('2001');
  await expect(chosen(page)).toContainText('2001');
  await picture(page, 'switchboard-zoom-top');
  await page.getByRole('button', { name: 'Mesaj alındı' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Mesaj alındı' })).toBeInViewport();
  await picture(page, 'switchboard-zoom-card');
  expect(await isWiderThanScreen(page)).toBe(false);
});
