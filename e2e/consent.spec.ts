import { type Browser, expect, type Page } from '@playwright/test';
import { aLifeSupport } from '../src-main/testing/consent-desk.ts';
import { contract } from '../src-shared/contract/index.ts';
import { button, draw, thanks } from './pages/signer.ts';
import { signIn } from './pages/staff.ts';
import { aPhotograph } from './support/given-files.ts';
import { look } from './support/look.ts';
import { serveScreens } from './support/screens.ts';
import { test } from './support/test.ts';
import { administrator, callHost, setUpWorkplace } from './support/wire.ts';
import { startWorkplace, type Workplace } from './support/workplace.ts';

/** Legs from corner to corner, as a hurried hand writes a name. */
const name = [
  { x: 150, y: 250 },
  { x: 260, y: 120 },
  { x: 330, y: 270 },
  { x: 450, y: 140 },
  { x: 560, y: 260 },
  { x: 700, y: 150 },
  { x: 850, y: 240 },
];

let workplace: Workplace;
let applicationId: string;

test.beforeEach(async () => {
  workplace = await startWorkplace();
  await setUpWorkplace(workplace);
  await serveScreens(workplace);
  await callHost(workplace, 'seal.makeOwn', {});
  const registered = await callHost(workplace, 'application.register', aLifeSupport());
  applicationId = contract['application.register'].output.parse(registered).applicationId;
});
test.afterEach(() => workplace.stop());

async function openFile(browser: Browser): Promise<Page> {
  const clerk = await signIn(browser, workplace, administrator);
  await clerk.goto(`${workplace.page.split('#')[0]}#/applicationFile/${applicationId}/consents`);
  await expect(clerk.getByRole('tab', { name: 'Aydınlatma ve Rıza' })).toBeVisible();
  return clerk;
}

test('WR-3: the clerk puts the consent on the second window, follows it, and the file goes on; it is taken back by two keys', async ({
  browser,
}) => {
  const clerk = await openFile(browser);
  const panel = clerk.getByRole('tabpanel', { name: 'Aydınlatma ve Rıza' });

  await test.step('without a ground the file does not go to a team, and says so', async () => {
    await expect(panel.getByText('Özel nitelikli veri: işleme dayanağı kayıtlı değil')).toBeVisible();
    await expect(panel.getByRole('checkbox', { name: /Yaşam Destek Cihazı/ })).toBeChecked();
    await look(clerk, 'consent-asked');
  });

  const consumer = await test.step('the second window opens with the texts', async () => {
    const opened = clerk.context().waitForEvent('page');
    await panel.getByRole('button', { name: /İkinci ekranda/ }).click();
    return opened;
  });

  await test.step('what the consumer does is followed as it happens', async () => {
    await expect(panel.getByText('Tüketici okuyor')).toBeVisible();
    await button(consumer, 'Kabul ediyorum').click();
    await expect(panel.getByText('Rıza verdi')).toBeVisible();
    await look(clerk, 'consent-followed');
  });

  await test.step('signed and handed in, the consent is the ground, and its sheet is sealed', async () => {
    await draw(consumer, name, 10);
    await button(consumer, 'İmzala ve bitir').click();
    await expect(thanks(consumer)).toBeVisible();
    await expect(
      panel.getByText('Özel nitelikli veri: işleme dayanağı kayıtlı', { exact: true }),
    ).toBeVisible();
    await expect(panel.getByText('Mühürlü, zaman damgası bekliyor')).toBeVisible();
    await look(clerk, 'consent-given');
  });

  await test.step('two keys take it back, and a review asks what becomes of the data', async () => {
    await clerk.keyboard.press('F10');
    await expect(clerk.getByText('Açık rıza geri alınsın mı?', { exact: false })).toBeVisible();
    await look(clerk, 'consent-withdrawing');
    await clerk.keyboard.press('Control+Enter');
    await expect(panel.getByText('Silme incelemesi bekliyor')).toBeVisible();
    await look(clerk, 'consent-withdrawn');
  });

  await test.step('the supervisor’s decision closes it', async () => {
    await panel.getByRole('radio', { name: 'Silinsin' }).check();
    await panel.getByRole('textbox', { name: 'Kararın dayanağı' }).fill('Rıza geri alındı (KVKK md. 7)');
    await panel.getByRole('button', { name: 'Kararı kaydet' }).click();
    await expect(panel.getByText('Silme incelemesi bekliyor')).toBeHidden();
  });
});

test('WR-3: a form that was signed by hand comes back by its barcode, and a wrong one is refused in words', async ({
  browser,
}) => {
  const clerk = await openFile(browser);
  const panel = clerk.getByRole('tabpanel', { name: 'Aydınlatma ve Rıza' });
  await panel.getByText('Islak imza', { exact: true }).click();
  const saved = clerk.waitForEvent('download');
  await panel.getByRole('button', { name: 'Formu hazırla (PDF)' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^riza-formu-26-\d{4}-\d{7}-[A-Z2-9]{4}\.pdf$/);
  const code = (await panel.getByText(/^RZ-/).textContent()) ?? '';
  await panel.locator('input[type=file]').setInputFiles(aPhotograph('riza-taramasi.png'));
  await panel.getByRole('radio', { name: 'Rıza verdi' }).check();
  await panel.getByRole('textbox', { name: 'Formun barkodu' }).fill('K7M4-9QX2-ABCD');
  await panel.getByRole('button', { name: 'Kaydet', exact: true }).click();
  await expect(panel.getByText('Bu bir rıza formunun barkodu değil', { exact: false })).toBeVisible();
  await look(clerk, 'consent-paper');
  // As a hand scanner gives it, with Enter behind it.
  await panel.getByRole('textbox', { name: 'Formun barkodu' }).fill(code);
  await clerk.keyboard.press('Enter');
  await expect(
    panel.getByText('Özel nitelikli veri: işleme dayanağı kayıtlı', { exact: true }),
  ).toBeVisible();
  await expect(panel.getByText(/ıslak imzayla/)).toBeVisible();
});
