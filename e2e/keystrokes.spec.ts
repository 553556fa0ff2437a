import { expect, type Page } from '@playwright/test';
import { registerApplication } from './pages/solution-point.ts';
import { enterAsSample, openWindow } from './pages/staff.ts';
import { picture } from './support/pictures.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

const visitor = {
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Vişnelik’te her akşam elektrik kesiliyor.',
};

let workplace: Workplace;

test.beforeAll(async ({ browser }) => {
  workplace = await startSample();
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('yonetici'));
  await page.keyboard.press('Alt+2');
  await registerApplication(page, visitor);
  await page.close();
});
test.afterAll(() => workplace.stop());

/**
 * Counts what a person does on the keyboard: a key, or a run of characters typed into one field, is one action.
 * The words of the matter itself are what the work is about and count nothing.
 */
function hands(page: Page) {
  const actions: string[] = [];
  return {
    actions,
    press: async (key: string) => {
      actions.push(key);
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      actions.push(text);
      await page.keyboard.type(text);
    },
    typeWords: (words: string) => page.keyboard.type(words),
  };
}

function expectFocused(page: Page, role: 'combobox' | 'textbox' | 'radio', name: string) {
  return expect(page.getByRole(role, { name, exact: true })).toBeFocused();
}

/** The option that Enter takes. */
function expectFirst(page: Page, text: string) {
  return expect(page.locator('[role=option][data-combobox-selected]:visible')).toContainText(text);
}

test('one key issues a number', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('elif'));
  await expect(page.getByRole('button', { name: / için sıra numarası ver / }).first()).toBeEnabled();
  await page.keyboard.press('F1');
  await expect(page.getByText(/^[A-Z]\d+ verildi$/)).toBeVisible();
});

test('one key calls the next; a returning consumer’s application is registered, printed and SMS’d in 12 actions beside the complaint', async ({
  browser,
}) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('mehmet'));
  await expect(page.getByRole('button', { name: 'Sıradakini çağır' })).toBeEnabled();
  await page.keyboard.press('F1');
  await expect(page.getByRole('button', { name: 'Görüşmeyi başlat' })).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: 'Görüşmeyi bitir' })).toBeVisible();
  await expectFocused(page, 'textbox', 'Tüketici ara');

  const { actions, press, type, typeWords } = hands(page);
  // No waiting for the list: Enter takes whom the search will have found.
  await type('05321234567');
  await press('Enter');
  await expectFocused(page, 'combobox', 'Sıfatı');
  await expect(page.getByRole('textbox', { name: 'Ad soyad' })).toHaveValue(visitor.name);
  await type('abone');
  await expectFirst(page, 'Abone / kullanıcı');
  await press('Enter');
  await expectFocused(page, 'combobox', 'Kimlik nasıl doğrulandı');
  await type('kimlik');
  await expectFirst(page, 'T.C. kimlik kartı');
  await press('Enter');
  await expectFocused(page, 'combobox', 'Konu');
  await type('sık kes');
  await expectFirst(page, 'Sık kesinti');
  await press('Enter');
  await expectFocused(page, 'textbox', 'Açıklama');
  await typeWords('Her akşam 19.00 gibi elektrik kesiliyor, yarım saat sonra geliyor.');
  await press('F10');
  await expectFocused(page, 'radio', 'Telefon');
  await picture(page, 'keystrokes-form');
  await press('1');
  await expectFocused(page, 'radio', 'Ekranda okudu');
  await press('1');
  await press('F9');

  await expect(page.getByText('Başvuru kaydedildi')).toBeVisible();
  await expect(page.getByText('Kayıt SMS’i sıraya alındı', { exact: false })).toBeVisible();
  await expect(page.getByText('Başvuru Alındı Belgesi')).toBeVisible();
  expect(actions.length, actions.join(' · ')).toBeLessThanOrEqual(12);
});

test('after the call an application is closed in 6 actions beside the outcome', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('yonetici'));
  await page.keyboard.press('Alt+2');
  await registerApplication(page, { ...visitor, name: 'Mehmet Öztürk', identityNo: '12345678950' });
  await page.keyboard.press('F8');
  await expect(page.getByRole('tab', { name: 'Arama' })).toBeVisible();
  await page.keyboard.press('F3');
  await expectFocused(page, 'radio', 'Ulaşıldı');
  await page.keyboard.press('1');
  await page.keyboard.press('F9');
  await expect(page.getByText(/^Arandı, görüşüldü/)).toBeVisible();

  const { actions, press, typeWords } = hands(page);
  await press('F4');
  await expectFocused(page, 'radio', 'Çözüldü');
  await press('1');
  await expectFocused(page, 'textbox', 'Sonuç');
  await typeWords('Fider onarıldı; kesinti beklenmiyor.');
  await press('Tab');
  await expectFocused(page, 'radio', 'SMS');
  await picture(page, 'keystrokes-close');
  await press('1');
  await expectFocused(page, 'radio', 'Memnun');
  await press('1');
  await press('F9');

  await expect(page.getByText('Başvuru sonuçlandırıldı', { exact: true })).toBeVisible();
  expect(actions.length, actions.join(' · ')).toBeLessThanOrEqual(6);
});

test('what is chosen by its digit, and what Enter skips, is what is sent', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('ayse'));
  await page.keyboard.press('Alt+2');
  const kind = page.getByRole('combobox', { name: 'Sıfatı' });
  await expectFocused(page, 'textbox', 'Tüketici ara');
  await kind.focus();
  await page.keyboard.type('qqq');
  await page.keyboard.press('Enter');
  await expect(kind).toBeFocused();
  await page.getByRole('textbox', { name: 'E-posta' }).focus();
  await page.keyboard.press('Enter');
  await expect(kind).toBeFocused();
  await page.getByRole('radio', { name: 'Telefon' }).focus();
  await page.keyboard.press('7');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'Yazılı' })).toBeChecked();
  await expectFocused(page, 'radio', 'Ekranda okudu');
});
