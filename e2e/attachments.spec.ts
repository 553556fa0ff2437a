import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { connectCrm } from './pages/settings.ts';
import { registerApplication } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { aDisguisedProgram, aPdf, aPhotograph, dropFiles } from './support/given-files.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { startGateway, startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

const applicant = {
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Direkteki kablo kopmuş, televizyon yandı.',
};

test('SP-1: papers and photographs are added to a file, kept, sent to the CRM and opened again', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await registerApplication(clerk, applicant);
  await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
  const report = aPdf('Servis raporu.pdf');
  const photograph = aPhotograph('Direk.png');

  await test.step('the empty list says what belongs here', async () => {
    await expect(clerk.getByRole('tab', { name: 'Ekler' })).toBeVisible();
    await clerk.keyboard.press('F6');
    for (const name of ['Ekler', 'Yönlendir'])
      await expect(clerk.getByRole('tabpanel', { name })).toBeVisible();
    await expect(clerk.getByText('Bu başvuruda ek yok.')).toBeVisible();
    await look(clerk, 'attachments-empty');
  });

  await test.step('one is chosen, one is dropped, and a disguised program is refused at once', async () => {
    await clerk.locator('input[type=file]').setInputFiles(report);
    await dropFiles(clerk, [photograph, aDisguisedProgram('fatura.pdf')]);
    await expect(
      clerk.getByText('Dosyanın içeriği adındaki uzantıya uymuyor', { exact: false }),
    ).toBeVisible();
    await clerk.getByLabel('Belgenin ne olduğu').first().fill('Televizyonun servis raporu');
    await look(clerk, 'attachments-staged');
    await clerk.getByRole('button', { name: 'fatura.pdf dosyasını listeden çıkar' }).click();
  });

  await test.step('they are added by one key and come to the CRM', async () => {
    await expect(clerk.getByRole('button', { name: '2 dosyayı ekle' })).toBeVisible();
    await clerk.keyboard.press('F7');
    await expect(filesOf(clerk)).toHaveCount(2);
    await expect(filesOf(clerk).getByText('CRM’de')).toHaveCount(2, { timeout: 60_000 });
    await expect(clerk.getByText('Televizyonun servis raporu')).toBeVisible();
  });

  await test.step('a document with special-category data is marked and shows no picture', async () => {
    await dropFiles(clerk, [aPhotograph('Engelli raporu.png', 300, 200)]);
    await clerk.getByRole('checkbox', { name: 'Özel nitelikli veri içeriyor' }).check();
    await clerk.keyboard.press('F7');
    await expect(filesOf(clerk)).toHaveCount(3);
    await expect(filesOf(clerk).getByText('CRM’de')).toHaveCount(3, { timeout: 60_000 });
    await expect(filesOf(clerk).locator('img')).toHaveCount(1);
    await look(clerk, 'attachments-list');
  });

  await test.step('a picture opens here, a PDF is saved as it was given', async () => {
    await clerk.getByRole('button', { name: 'Direk.png dosyasını aç' }).click();
    const shown = clerk.getByRole('dialog').locator('img');
    await expect(shown).toBeVisible();
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
    await look(clerk, 'attachments-picture');
    await clerk.keyboard.press('Escape');
    await expect(clerk.getByRole('dialog')).toBeHidden();
    const download = clerk.waitForEvent('download');
    await clerk.getByRole('button', { name: 'Servis raporu.pdf dosyasını kaydet' }).first().click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('Servis raporu.pdf');
    expect((await readFile(await saved.path())).equals(report.buffer)).toBe(true);
  });

  await test.step('the same file is not added twice', async () => {
    await dropFiles(clerk, [{ ...report, name: 'kopya.pdf' }]);
    await clerk.getByRole('button', { name: 'Dosyayı ekle' }).click();
    await expect(clerk.getByText('Bu dosya bu başvuruya zaten eklenmiş.')).toBeVisible();
    await clerk.getByRole('button', { name: 'kopya.pdf dosyasını listeden çıkar' }).click();
  });

  await test.step('one that was added by mistake goes, with its reason', async () => {
    await clerk.getByRole('button', { name: 'Engelli raporu.png dosyasını kaldır' }).click();
    await clerk.getByLabel('Neden kaldırılıyor').fill('Başka birinin belgesi');
    await look(clerk, 'attachments-withdraw');
    await clerk.keyboard.press('Control+Enter');
    await expect(clerk.getByText('Başka birinin belgesi', { exact: false })).toBeVisible();
    await expect(filesOf(clerk).getByText('CRM’de')).toHaveCount(2);
    await look(clerk, 'attachments-withdrawn');
  });

  await test.step('what happened stands in the story, also after a reload', async () => {
    await clerk.reload();
    await expect(clerk.getByText('Dosya eklendi: Servis raporu.pdf')).toBeVisible();
    await expect(clerk.getByText('Dosya eklendi (özel nitelikli veri)')).toBeVisible();
    await expect(clerk.getByRole('tab', { name: 'Ekler (2)' })).toBeVisible();
  });
});

test('an upload that a reload has cut goes on where it stopped when the file is chosen again', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await registerApplication(clerk, applicant);
  await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
  await expect(clerk.getByRole('tab', { name: 'Ekler' })).toBeVisible();
  await clerk.keyboard.press('F6');
  const report = aPdf('Rapor.pdf', 1_500_000);
  let taken = 0;
  await clerk.route('**/rpc/attachment.chunk', async (route) => {
    taken += 1;
    if (taken > 3) return;
    await route.continue();
  });
  await clerk.locator('input[type=file]').setInputFiles(report);
  await clerk.getByRole('button', { name: 'Dosyayı ekle' }).click();
  await expect(clerk.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /768 KB/);
  await look(clerk, 'attachments-sending');
  await clerk.reload();
  await clerk.unroute('**/rpc/attachment.chunk');
  await expect(clerk.getByRole('tab', { name: 'Ekler' })).toBeVisible();
  await clerk.keyboard.press('F6');
  await expect(clerk.getByText('Yarım kalan: Rapor.pdf', { exact: false })).toBeVisible();
  await look(clerk, 'attachments-half');
  let sent = 0;
  clerk.on('request', (request) => {
    if (request.url().includes('attachment.chunk')) sent += 1;
  });
  await clerk.locator('input[type=file]').setInputFiles(report);
  await clerk.getByRole('button', { name: 'Dosyayı ekle' }).click();
  await expect(filesOf(clerk)).toHaveCount(1);
  // Of six.
  expect(sent).toBe(3);
});

test('with the CRM down a file is safe here, says so, and goes by itself when the CRM is back', async ({
  browser,
}) => {
  const gateway = await startGateway();
  try {
    const administrator = await signIn(browser, workplace, workplace.user('yonetici'));
    await connectCrm(administrator, gateway.url, gateway.demo.apiKey);
    const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
    await registerApplication(clerk, applicant);
    await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
    await expect(clerk.getByRole('tab', { name: 'Ekler' })).toBeVisible();
    await gateway.goDown();
    await dropFiles(clerk, [aPhotograph('Direk.png')]);
    await clerk.getByRole('button', { name: 'Dosyayı ekle' }).click();
    await expect(filesOf(clerk).getByText('CRM’e gönderilecek')).toBeVisible();
    await expect(clerk.getByText('CRM’e şu anda ulaşılamıyor', { exact: false })).toBeVisible();
    await look(clerk, 'attachments-crm-away');
    await gateway.comeBack();
    await expect(filesOf(clerk).getByText('CRM’de')).toBeVisible({ timeout: 90_000 });
    await expect(clerk.getByText('CRM’e şu anda ulaşılamıyor', { exact: false })).toBeHidden();
  } finally {
    await gateway.stop();
  }
});

function filesOf(page: Page) {
  return page.getByRole('list', { name: 'Eklenen dosyalar' }).getByRole('listitem');
}
