import { expect, type Page } from '@playwright/test';
import { openSection } from './pages/settings.ts';
import { fillForm, pick, registerApplication } from './pages/solution-point.ts';
import { choose, enterAsSample, openWindow } from './pages/staff.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

const visitor = {
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Vişnelik’te her akşam 19.00 gibi elektrik kesiliyor, buzdolabı bozulacak.',
};

let workplace: Workplace;

test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(workplace.page);
});

async function clerkAt(page: Page): Promise<void> {
  await enterAsSample(page, workplace.user('mehmet'));
}

async function openFirstOf(page: Page, list: RegExp): Promise<void> {
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: list }).click();
  await page.getByRole('table').getByRole('button').first().click();
  await expect(page.getByRole('tab', { name: /^Olanlar/ })).toBeVisible();
}

test('SW-4: what was only asked at the switchboard is registered and resolved with one SMS', async ({
  page,
}) => {
  await clerkAt(page);
  await pick(page, 'Başvuru kanalı', 'Santral');
  await fillForm(page, visitor);
  await page.getByRole('switch', { name: /^Yalnız bilgi verildi/ }).check({ force: true });
  await page.keyboard.press('F9');
  await expect(page.getByText('Sonucun türü seçilmeli.')).toBeVisible();
  await look(page, 'at-once-missing');
  await page.getByRole('radio', { name: 'Bilgi verildi' }).check();
  await page.getByRole('textbox', { name: 'Sonuç', exact: true }).fill('Planlı kesinti saatleri bildirildi');
  await page.getByRole('radio', { name: 'SMS' }).check();
  await page.getByRole('radio', { name: 'Memnun', exact: true }).check();
  await page.keyboard.press('F9');
  await expect(page.getByText('Başvuru kaydedildi')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText(/oluşturuldu ve çözümlendi/)).toHaveCount(1);
  await expect(page.getByText(/^SMS hazırlandı/)).toHaveCount(1);
  await look(page, 'at-once');
});

test('what may be registered already is shown while typing, with the reasons, and can be linked', async ({
  page,
}) => {
  await clerkAt(page);
  const { applicationNo } = await registerApplication(page, visitor);
  await expect(page.getByRole('button', { name: /^Aynı kişi/ })).toBeEnabled();
  await page.keyboard.press('F7');
  await fillForm(page, visitor);
  const likely = page.getByRole('region', { name: 'Aynı konu olabilir' });
  await expect(likely.getByText(applicationNo)).toBeVisible();
  await expect(likely.getByText(/aynı telefon · aynı konu/).first()).toBeVisible();
  await look(page, 'likely-duplicate');
  await page.keyboard.press('F9');
  await expect(page.getByText('Başvuru kaydedildi')).toBeVisible();
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Bağla', exact: true }).first().click();
  await page
    .getByRole('listitem')
    .filter({ hasText: applicationNo })
    .getByRole('button', { name: 'Seç' })
    .click();
  await look(page, 'link');
  await page.keyboard.press('F9');
  await expect(page.getByRole('region', { name: 'Bağlı başvurular' }).getByText(applicationNo)).toBeVisible();

  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /^Başvuran vazgeçti/ }).click();
  await page.getByRole('radio', { name: 'Öbür başvuruyla birleştirildi' }).check();
  await pick(page, 'Birleştirilecek başvuru', applicationNo);
  await page.getByRole('textbox', { name: 'Sonuç' }).fill('Aynı konudaki başvurunuzla birleştirildi');
  await page.getByRole('radio', { name: 'SMS' }).check();
  await page.getByRole('radio', { name: 'Sorulamadı' }).check();
  const sms = page.getByRole('region', { name: 'Gidecek SMS' });
  await expect(sms.getByText(/Aynı konudaki başvurunuzla birleştirildi\./)).toBeVisible();
  await expect(sms.getByText(/SMS olarak gider|karakter daha sığar/)).toBeVisible();
  await look(page, 'closing-sms');
  await page.keyboard.press('F9');
  await expect(page.getByText('Birleştirildi', { exact: true })).toBeVisible();
});

test('papers are asked for, come, and a wrong phone is put right with the reason', async ({ page }) => {
  await clerkAt(page);
  await registerApplication(page, { ...visitor, phone: '0533 000 11 22' });
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Belge iste' }).click();
  await page.keyboard.press('F9');
  await expect(page.getByText('Başvurandan ne beklendiği yazılmalı.')).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Başvurandan ne bekleniyor' })
    .fill('Tapu fotokopisi, haftaya cuma');
  await page.keyboard.press('F9');
  await expect(page.getByText('Başvurandan bekleniyor').first()).toBeVisible();
  await look(page, 'waiting');
  await page.getByRole('textbox', { name: 'Ne geldi' }).fill('Tapu geldi');
  await page.keyboard.press('F9');
  await expect(page.getByText('Bekleme bitti', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Düzelt', exact: true }).click();
  await page.getByRole('textbox', { name: 'Cep telefonu' }).fill('0222 230 00 00');
  await page.getByRole('textbox', { name: 'Neden düzeltiliyor' }).fill('Numara yanlış yazılmış');
  await page.keyboard.press('F9');
  await expect(page.getByText(/sabit hat ya da özel numara/)).toBeVisible();
  await look(page, 'amend-refused');
  await page.getByRole('textbox', { name: 'Cep telefonu' }).fill('0533 999 88 77');
  await page.keyboard.press('F9');
  await expect(page.getByText('Kayıt düzeltildi')).toBeVisible();

  await page.getByRole('button', { name: 'Düzelt', exact: true }).click();
  await choose(page, 'Konu', 'arıza', 'Elektrik kesintisi');
  await page.getByRole('textbox', { name: 'Neden düzeltiliyor' }).fill('Konu yanlış seçilmiş');
  await page.keyboard.press('F9');
  await expect(page.getByText('Başlangıç zamanı yazılmalı.')).toBeVisible();
  await look(page, 'amend-topic');
  await page.getByRole('textbox', { name: 'Başlangıç zamanı' }).fill('dün 14:30');
  await page.getByRole('combobox', { name: 'Etkilenen yer' }).selectOption('Sokak');
  await page.keyboard.press('F9');
  await expect(page.getByText(/Konu: Sık kesinti → .*14:30/)).toBeVisible();
  await look(page, 'amended');
});

test('a closed application is opened again within its time', async ({ page }) => {
  await clerkAt(page);
  await openFirstOf(page, /^Sonuçlandı/);
  await page.getByRole('button', { name: 'Yeniden aç' }).click();
  await page.getByRole('textbox', { name: 'Neden yeniden açılıyor' }).fill('Sorun sürüyor');
  await look(page, 'reopen');
  await page.keyboard.press('F9');
  await expect(page.getByText('Yeniden açıldı').filter({ visible: true }).first()).toBeVisible();
});

test('two closings stand side by side until a person has chosen', async ({ page }) => {
  await clerkAt(page);
  await page.keyboard.press('Alt+3');
  const conflicts = page.getByRole('button', { name: /^Çakışmalar/ });
  await conflicts.click();
  await look(page, 'conflict-list');
  const rows = page.getByRole('table').getByRole('button');
  const before = await rows.count();
  await rows.first().click();
  const warning = page.getByRole('region', { name: 'Karar bekleyen çakışma' });
  await expect(warning.getByRole('region', { name: 'Öbürü' }).first()).toBeVisible();
  await look(page, 'conflict');
  const settle = warning.getByRole('button', { name: /^(Gördüm|Geçerli olan kalsın)$/ });
  for (let left = await settle.count(); left > 0; left -= 1) {
    await settle.first().click();
    await expect(settle).toHaveCount(left - 1);
  }
  await expect(warning).toBeHidden();
  await page.keyboard.press('Alt+3');
  await conflicts.click();
  await expect(rows).toHaveCount(before - 1);
});

test('WA-1: the administrator switches a channel on, and it can be chosen', async ({ page, browser }) => {
  await enterAsSample(page, workplace.user('yonetici'));
  await openSection(page, 'Başvuru kanalları');
  await page.getByRole('button', { name: /^WhatsApp/ }).click();
  await page.getByRole('switch', { name: /^Kanal hizmette/ }).check({ force: true });
  await page.getByRole('textbox', { name: 'Ad', exact: true }).fill('');
  await page.getByRole('button', { name: /^Kaydet/ }).click();
  await expect(page.getByText('Boş bırakılamaz.')).toBeVisible();
  await look(page, 'channels-refused');
  await page.getByRole('textbox', { name: 'Ad', exact: true }).fill('WhatsApp');
  await page.getByRole('button', { name: /^Kaydet/ }).click();
  await expect(page.getByText('Kanal süreçleri kaydedildi.')).toBeVisible();
  await look(page, 'channels');

  const clerk = await openWindow(browser, workplace);
  await clerkAt(clerk);
  await pick(clerk, 'Başvuru kanalı', 'WhatsApp');
  await registerApplication(clerk, { ...visitor, phone: '0534 111 22 33' });
});

test('a half-written form is there again in a new window, and for nobody else', async ({ page, browser }) => {
  await clerkAt(page);
  await page.getByRole('textbox', { name: 'Ad soyad' }).fill('Fatma Yarım');
  await page.getByRole('textbox', { name: 'Açıklama' }).fill('Yarım kalan söz');
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/draft.save')).length,
      ),
    )
    .toBeGreaterThan(0);
  await page.context().close();

  const again = await openWindow(browser, workplace);
  await clerkAt(again);
  await expect(again.getByRole('textbox', { name: 'Ad soyad' })).toHaveValue('Fatma Yarım');
  await expect(again.getByRole('textbox', { name: 'Açıklama' })).toHaveValue('Yarım kalan söz');

  const other = await openWindow(browser, workplace);
  await enterAsSample(other, workplace.user('yonetici'));
  await other.keyboard.press('Alt+2');
  await expect(other.getByRole('textbox', { name: 'Ad soyad' })).toHaveValue('');
});
