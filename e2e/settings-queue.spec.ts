import { expect } from '@playwright/test';
import { openSection } from './pages/settings.ts';
import { signIn } from './pages/staff.ts';
import { isWiderThanScreen, look, zoomed } from './support/look.ts';
import { temporaryFolder } from './support/processes.ts';
import { writeNewerDocument } from './support/store.ts';
import { test } from './support/test.ts';
import { administrator, callHost, setUpWorkplace } from './support/wire.ts';
import { startOnFolder, startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

// Each test fills a sample workplace and looks at several sections in both themes.
test.describe.configure({ timeout: 300_000 });

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

test('an administrator adds, mends, moves and removes a category by keys, and reception has it at once', async ({
  browser,
}) => {
  const page = await signIn(browser, workplace, workplace.user('yonetici'));
  const reception = await signIn(browser, workplace, workplace.user('elif'));

  await test.step('found by its name from anywhere', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('ayarlar kategori');
    await expect(page.getByRole('option', { name: 'Ayarlar · Kategoriler' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Kategoriler' })).toBeVisible();
    expect(new URL(page.url()).hash).toBe('#/settings/categories');
  });

  await test.step('what is wrong is said at its field, and the first of it gets the keyboard', async () => {
    await page.keyboard.press('Alt+N');
    await expect(page.getByRole('textbox', { name: 'Ad' })).toBeFocused();
    await page.keyboard.type('Taşınma');
    await page.keyboard.press('Tab');
    await page.keyboard.type('a');
    await page.getByRole('textbox', { name: 'Açılış' }).fill('1630');
    await page.getByRole('textbox', { name: 'Kapanış' }).fill('9');
    await page.keyboard.press('F9');
    await expect(page.getByText('Bu harf başka bir kategoride var.')).toHaveCount(0);
    await expect(page.getByText('Kapanış saati açılış saatinden sonra olmalı.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Kapanış' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Kapanış' })).toHaveValue('09:00');
    await page.getByRole('textbox', { name: 'Açılış' }).fill('0000');
    await page.getByRole('textbox', { name: 'Kapanış' }).fill('');
    await page.keyboard.press('F9');
    await expect(page.getByText('Bu harf başka bir kategoride var.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Harf' })).toBeFocused();
    await look(page, 'settings-category-refused');
    await page.keyboard.type('t');
    await expect(page.getByText('Bu harf başka bir kategoride var.')).toHaveCount(0);
  });

  await test.step('moved to the front and saved, it is reception’s first key', async () => {
    for (let place = 5; place > 0; place -= 1) await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('F9');
    await expect(page.getByText('Kategoriler kaydedildi.')).toBeVisible();
    await expect(page.getByText('Her şey kayıtlı.')).toBeVisible();
    await expect(reception.getByRole('button', { name: / için sıra numarası ver / }).first()).toContainText(
      'Taşınma',
    );
  });

  await test.step('a save is taken back with one key', async () => {
    await page.keyboard.press('Alt+Z');
    await expect(page.getByRole('button', { name: /Taşınma/ })).toHaveCount(0);
    await expect(reception.getByText('Taşınma')).toHaveCount(0);
  });

  await test.step('one in which somebody waits can’t go, and comes back with one key', async () => {
    // Of the sample's visitors none may have come for it.
    await reception.getByRole('button', { name: /Genel başvuru için sıra numarası ver/ }).click();
    await expect(reception.getByText(/^A\d+ verildi$/)).toBeVisible();
    const list = page.getByRole('navigation', { name: 'Kategoriler' });
    await list.getByRole('button', { name: /Genel başvuru/ }).click();
    await page.keyboard.press('Alt+K');
    await page.keyboard.press('F9');
    await expect(page.getByText(/Genel başvuru kaldırılamaz: \d+ kişi bekliyor/)).toBeVisible();
    await page.keyboard.press('Alt+Z');
    await expect(list.getByRole('button').first()).toContainText('Genel başvuru');
    await expect(page.getByText('Her şey kayıtlı.')).toBeVisible();
  });
});

test('unsaved settings stay through sections, screens and reload, and what another saves meanwhile is not lost', async ({
  browser,
}) => {
  const page = await signIn(browser, workplace, workplace.user('yonetici'));
  const { username, password } = workplace.user('yonetici');
  await callHost(workplace, 'session.signIn', { username, password });
  await openSection(page, 'Kategoriler');
  await page.getByRole('textbox', { name: 'Ad' }).fill('Genel işlemler');
  await page.getByRole('textbox', { name: 'Günlük sınır' }).fill('80');

  await test.step('changed in two sections, left, and loaded anew', async () => {
    for (const section of ['Odalar', 'Birimler', 'Kuyruk kuralları']) {
      await page.keyboard.press('Alt+PageDown');
      await expect(page.getByRole('heading', { name: section })).toBeVisible();
    }
    await page.getByRole('radio', { name: 'Ertesi güne aktarılır' }).check();
    await page.getByRole('textbox', { name: 'Hız katsayısı' }).fill('2,5');
    await expect(page.getByText(/öncelikli bir ziyaretçi, 25 dakikadır/)).toBeVisible();
    await expect(page.getByText('Kaydedilmedi: Kategoriler, Kuyruk kuralları')).toBeVisible();
    await look(page, 'settings-queue-unsaved');
    await page.keyboard.press('Alt+3');
    await expect(
      page.getByText(/Ayarlar’da kaydedilmemiş değişiklik kaldı: Kategoriler, Kuyruk kuralları/),
    ).toBeVisible();
    await openSection(page, 'Kuyruk kuralları');
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Hız katsayısı' })).toHaveValue('2,5');
  });

  await test.step('somebody else saves the same category: both are shown, neither is lost', async () => {
    await openSection(page, 'Kategoriler');
    await expect(page.getByRole('textbox', { name: 'Ad' })).toHaveValue('Genel işlemler');
    await saveAsAnother((category) =>
      category.code === 'general' ? { ...category, dailyLimit: 60, firstNumber: 201 } : category,
    );
    await expect(page.getByText('Siz değiştirirken başka biri de kaydetti')).toBeVisible();
    await expect(page.getByText('Genel işlemler · Günlük sınır: onun kaydettiği “60”')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'İlk numara' })).toHaveValue('201');
    await expect(page.getByRole('textbox', { name: 'Ad' })).toHaveValue('Genel işlemler');
    await look(page, 'settings-categories-clash');
    await page.getByRole('button', { name: 'Genel işlemler · Günlük sınır: onunkini al' }).click();
    await expect(page.getByRole('textbox', { name: 'Günlük sınır' })).toHaveValue('60');
    await page.keyboard.press('F9');
    await expect(page.getByText('Kategoriler kaydedildi.')).toBeVisible();
  });

  await test.step('what was left to do is saved or dropped, each on its section', async () => {
    await openSection(page, 'Kuyruk kuralları');
    await page.keyboard.press('Alt+V');
    await expect(page.getByRole('textbox', { name: 'Hız katsayısı' })).toHaveValue('2');
    await page.keyboard.press('Alt+Z');
    await page.getByRole('textbox', { name: 'En uzun bekleme' }).fill('3');
    await page.keyboard.press('F9');
    await expect(page.getByText(/En uzun bekleme \(dakika\) 5 ile 480 arasında/)).toBeVisible();
    await page.getByRole('textbox', { name: 'En uzun bekleme' }).fill('60');
    await page.keyboard.press('F9');
    await expect(page.getByText('Kuyruk kuralları kaydedildi.')).toBeVisible();
    await expect(page.getByText(/^Kaydedilmedi:/)).toHaveCount(0);
  });
});

test('desks and the branch’s own settings are changed on their sections, which fit 200 % zoom', async ({
  browser,
}) => {
  const page = await signIn(browser, workplace, workplace.user('yonetici'));
  await openSection(page, 'Bankolar');
  await expect(page.getByRole('button', { name: 'Banko ekle' })).toBeVisible();
  await page.keyboard.press('Alt+N');
  await expect(page.getByRole('textbox', { name: 'Kod' }).last()).toBeFocused();
  await page.keyboard.type('b5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Çözüm Noktası 1');
  await page.keyboard.press('F9');
  await expect(page.getByText('Bu ad başka bir bankoda var.')).toBeVisible();
  await look(page, 'settings-desks-refused');
  await page.getByRole('textbox', { name: 'Ad' }).last().fill('Çözüm Noktası 5');
  await page.keyboard.press('F9');
  await expect(page.getByText('Bankolar kaydedildi.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Kod' }).last()).toHaveValue('B5');

  await openSection(page, 'Şube');
  await page.getByRole('textbox', { name: 'Ekran kilidi' }).fill('20');
  await page.keyboard.press('F9');
  await expect(page.getByText('Şube ayarları kaydedildi.')).toBeVisible();
  await look(page, 'settings-branch');

  await page.setViewportSize(zoomed);
  for (const section of ['Şube', 'Bankolar', 'Kategoriler', 'Kuyruk kuralları', 'Bilgisayarlar']) {
    await openSection(page, section);
    await expect(page.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
    await look(page, `settings-narrow-${section}`);
    expect(await isWiderThanScreen(page), section).toBe(false);
  }
});

test('a document that a newer Banko wrote is said and closed to changes, and the others stay open', async ({
  browser,
}) => {
  const folder = await temporaryFolder();
  const before = await startOnFolder(folder.path);
  await setUpWorkplace(before);
  await before.stop();
  await writeNewerDocument(folder.path, 'categories');
  const after = await startOnFolder(folder.path);
  const page = await signIn(browser, after, administrator);
  await openSection(page, 'Kategoriler');
  await expect(page.getByText('Şubenin şu ayarları okunamıyor: Sıra kategorileri')).toBeVisible();
  await expect(page.getByText('Bu ayar burada değiştirilemez')).toBeVisible();
  await expect(page.getByRole('tabpanel').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Kaydet' })).toHaveCount(0);
  await look(page, 'settings-unreadable');
  await openSection(page, 'Bankolar');
  await page.getByRole('textbox', { name: 'Ad' }).fill('Giriş bankosu');
  await page.keyboard.press('F9');
  await expect(page.getByText('Bankolar kaydedildi.')).toBeVisible();
  await after.stop();
  await folder.remove();
});

type SavedCategory = { readonly code: string };

/** From another window, as somebody else of the branch would. */
async function saveAsAnother(change: (category: SavedCategory) => object): Promise<void> {
  const saved = (await callHost(workplace, 'settings.get', {})) as {
    readonly categories: readonly SavedCategory[];
  };
  await callHost(workplace, 'settings.saveCategories', { categories: saved.categories.map(change) });
}
