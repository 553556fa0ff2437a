import { expect } from '@playwright/test';
import { fillForm } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { openText, publishText, showView, versionRow } from './pages/texts.ts';
import { isWiderThanScreen, look, zoomed } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

const notice = /^Aç: Başvuru İşlemlerine .* \(Türkçe\)$/;
const wide = { width: 1280, height: 720 };

let workplace: Workplace;

test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

test('WR-3 IN-3: a new notice is written, compared and published, and a file still opens the one it was given', async ({
  browser,
}) => {
  const admin = await signIn(browser, workplace, workplace.user('yonetici'));
  await admin.setViewportSize(wide);

  await test.step('the list says what is in force, in which language, and what is a draft', async () => {
    await openText(admin, notice);
    await admin.keyboard.press('Alt+G');
    await expect(admin.getByRole('row')).toHaveCount(7);
    await look(admin, 'texts-list');
  });

  await test.step('a version is read as its bytes are', async () => {
    await openText(admin, notice);
    await versionRow(admin, 1).getByRole('button', { name: 'Sürüm 1 metnini oku' }).click();
    await expect(admin.getByText('Kayıttaki özetle aynı')).toBeVisible();
    await look(admin, 'text-read');
    await admin.keyboard.press('Escape');
  });

  const body = admin.getByRole('textbox', { name: 'Metin' });
  await test.step('the next one is written, and what it lacks is said before and at its fields', async () => {
    await showView(admin, 'Yeni sürüm yaz');
    const before = await body.inputValue();
    await body.fill('Merhaba.');
    await expect(admin.getByText('Kişinin hakları yazmıyor (md. 10/1-d, md. 11).')).toBeVisible();
    await admin.keyboard.press('F9');
    await expect(admin.getByText('Gün gg.aa.yyyy olarak yazılmalı.')).toBeVisible();
    await look(admin, 'text-editor-refused');
    await body.fill(
      before
        .replace('en geç otuz gün içinde', 'en geç on beş gün içinde')
        .replace('Saklama:', 'Görüşme kayıtları: Çağrı merkezi görüşmeleri kaydedilir.\n\nSaklama:'),
    );
    await admin.getByLabel('İlk gün').fill('dün');
    await admin.keyboard.press('F9');
    await admin.keyboard.press('Control+Enter');
    await expect(admin.getByText(/^Geçerlilik bugünden önce başlayamaz/)).toBeVisible();
    await admin.getByLabel('İlk gün').fill('bugün');
    await look(admin, 'text-editor');
  });

  await test.step('what went and what came stands side by side, and keys go from one difference to the next', async () => {
    await showView(admin, 'Karşılaştır');
    await expect(admin.getByText('2 yerde fark var')).toBeVisible();
    await admin.keyboard.press('Alt+ArrowDown');
    await expect(admin.locator('tr:focus')).toContainText('Görüşme kayıtları');
    await admin.keyboard.press('Alt+ArrowDown');
    await expect(admin.getByText('2/2. fark')).toBeVisible();
    await expect(admin.locator('tr:focus').locator('del')).toContainText('otuz');
    await expect(admin.locator('tr:focus').locator('ins')).toContainText('on beş');
    await look(admin, 'text-compare');
    await admin.getByRole('switch', { name: 'Yalnız farklar' }).click();
    await expect(admin.getByRole('table', { name: 'Karşılaştırma' }).getByRole('row')).toHaveCount(3);
    await admin.setViewportSize(zoomed);
    expect(await isWiderThanScreen(admin)).toBe(false);
    await showView(admin, 'Yeni sürüm yaz');
    expect(await isWiderThanScreen(admin)).toBe(false);
    await admin.setViewportSize(wide);
  });

  await publishText(admin, 2);
  await expect(versionRow(admin, 2)).toContainText('Yürürlükte');
  await expect(versionRow(admin, 1)).toContainText('Geçmiş');
  await look(admin, 'text-versions');

  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await clerk.setViewportSize(wide);
  await test.step('an application is given the text in force, and its file opens it', async () => {
    await fillForm(clerk, {
      name: 'Ayşe Işık',
      identityNo: '10000000146',
      phone: '0532 123 45 67',
      description: 'Vişnelik’te her akşam 19.00 gibi elektrik kesiliyor.',
    });
    await clerk.keyboard.press('F9');
    await expect(clerk.getByText('Başvuru kaydedildi')).toBeVisible();
    await clerk.keyboard.press('F8');
    await clerk.getByRole('button', { name: /^Verilen metni aç: .*, sürüm 2$/ }).click();
    await expect(clerk.getByRole('dialog')).toContainText('en geç on beş gün içinde');
    await clerk.keyboard.press('Escape');
  });

  await test.step('two versions later it is still the one that was given, to the byte', async () => {
    for (const version of [3, 4]) {
      await showView(admin, 'Yeni sürüm yaz');
      await body.fill(`${await body.inputValue()}\n\nEk ${version}: Yeni bir paragraf.`);
      await admin.getByLabel('İlk gün').fill('bugün');
      await publishText(admin, version);
      await expect(versionRow(admin, version)).toContainText('Yürürlükte');
    }
    await clerk.getByRole('button', { name: /^Verilen metni aç/ }).click();
    const dialog = clerk.getByRole('dialog');
    await expect(dialog).toContainText('Kayıttaki özetle aynı');
    await expect(dialog).toContainText('Sürüm 2');
    await expect(dialog).not.toContainText('Yeni bir paragraf');
    await look(clerk, 'text-given');
  });
});

test('a consent of its own purpose is begun, kept while somebody looks elsewhere, and refused where it is vague', async ({
  browser,
}) => {
  const admin = await signIn(browser, workplace, workplace.user('yonetici'));
  await admin.setViewportSize(wide);
  await openText(admin, notice);
  await admin.keyboard.press('Alt+G');
  await admin.keyboard.press('Alt+N');
  await admin.getByRole('textbox', { name: 'Kod' }).fill('privacy_notice_counter');
  await admin.getByRole('button', { name: 'Yazmaya başla' }).click();
  await expect(admin.getByText(/^Bu kod ve dilde bir metin var/)).toBeVisible();
  await admin.getByRole('textbox', { name: 'Kod' }).fill('consent_survey');
  await look(admin, 'text-new');
  await admin.keyboard.press('Enter');
  await admin.getByLabel('Başlık').fill('Memnuniyet Araması Açık Rıza Metni');
  await admin.getByRole('textbox', { name: 'Metin' }).fill('Sizi bir kez aramamıza izin verir misiniz?');
  await admin.getByLabel('İlk gün').fill('bugün');
  await admin.getByRole('textbox', { name: 'Amaç', exact: true }).fill('Her türlü işlemin yürütülmesi');
  await admin.getByLabel('Amaç kodu').fill('survey');
  await admin.getByLabel('Hukuki sebepler').fill('6698 md. 5/1 (açık rıza)');
  await admin.keyboard.press('Alt+PageUp');
  await admin.keyboard.press('Alt+PageDown');
  await expect(admin.getByText('Yazılıyor')).toBeVisible();
  await admin.getByRole('button', { name: /^Aç: Memnuniyet Araması/ }).click();
  await admin.keyboard.press('F9');
  await admin.keyboard.press('Control+Enter');
  await expect(admin.getByText(/“her türlü” gibi sözler rızayı geçersiz kılar/)).toBeVisible();
  await expect(admin.getByText('Rızanın hangi verileri kapsadığı yazılmalı.')).toBeVisible();
  await look(admin, 'text-consent-refused');
  await admin.getByRole('textbox', { name: 'Amaç', exact: true }).fill('Sonuçtan sonra bir kez aranmanız');
  await admin.getByLabel('Veri kategorileri').fill('İletişim');
  await publishText(admin, 1);
  await expect(versionRow(admin, 1)).toContainText('Yürürlükte');
});
