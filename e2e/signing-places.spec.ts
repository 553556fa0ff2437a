import { type Browser, expect, type Page } from '@playwright/test';
import { aLifeSupport } from '../src-main/testing/consent-desk.ts';
import { contract } from '../src-shared/contract/index.ts';
import { button, step, thanks } from './pages/signer.ts';
import { signIn } from './pages/staff.ts';
import { look, lookAsVisitor } from './support/look.ts';
import { type ScreensOfWorkplace, serveScreens } from './support/screens.ts';
import { test } from './support/test.ts';
import { administrator, callHost, setUpWorkplace } from './support/wire.ts';
import { startWorkplace, type Workplace } from './support/workplace.ts';

let workplace: Workplace;
let screens: ScreensOfWorkplace;
let applicationId: string;

test.beforeAll(async () => {
  workplace = await startWorkplace();
  await setUpWorkplace(workplace);
  screens = await serveScreens(workplace);
  const registered = await callHost(workplace, 'application.register', aLifeSupport());
  applicationId = contract['application.register'].output.parse(registered).applicationId;
});
test.afterAll(() => workplace.stop());

async function openFile(browser: Browser): Promise<Page> {
  const clerk = await signIn(browser, workplace, administrator);
  await clerk.goto(`${workplace.page.split('#')[0]}#/applicationFile/${applicationId}/consents`);
  await expect(panelOf(clerk)).toBeVisible();
  return clerk;
}

const panelOf = (page: Page) => page.getByRole('tabpanel', { name: 'Aydınlatma ve Rıza' });
const lock = (page: Page) => page.getByRole('dialog', { name: 'Ekran kilitli' });

/** As somebody would who knows the page's own keys and asks the core by hand. */
async function askAsStaff(page: Page, method: string, input: object): Promise<string> {
  return page.evaluate(
    async ({ path, body }) => {
      const headers = {
        authorization: `Bearer ${sessionStorage.getItem('banko.token')}`,
        'content-type': 'application/json',
        'x-banko-window': sessionStorage.getItem('banko.window') ?? '',
      };
      const answer = await fetch(path, { method: 'POST', headers, body });
      return answer.text();
    },
    { path: `/rpc/${method}`, body: JSON.stringify({ commandId: crypto.randomUUID(), input }) },
  );
}

test('WR-3: the clerk’s own screen turned round is the consumer’s alone until the PIN', async ({
  browser,
}) => {
  const page = await openFile(browser);
  const consumer = page.getByRole('dialog', { name: 'Tüketici ekranı' });
  await look(page, 'signing-ways');
  await panelOf(page)
    .getByRole('button', { name: /^Bu ekranda/ })
    .click();
  await look(page, 'signing-hand-over');
  await page.getByRole('button', { name: /Kilitle ve çevir/ }).click();
  await expect(consumer).toBeVisible();
  await lookAsVisitor(page, 'signing-handed-over');

  await test.step('no key and no call leads back, and a reload does not either', async () => {
    for (const key of ['Escape', 'F1', 'Control+K', 'Alt+1']) await page.keyboard.press(key);
    await expect(consumer).toBeVisible();
    expect(await askAsStaff(page, 'application.get', { applicationId })).toContain('"locked"');
    expect(await askAsStaff(page, 'signing.state', {})).toContain('"locked"');
    await page.reload();
    await expect(consumer).toBeVisible();
    await expect(panelOf(page)).toBeHidden();
  });

  await test.step('the clerk’s way back is the PIN, and they may leave it to the consumer again', async () => {
    await button(page, 'Görevli').click();
    await expect(lock(page)).toBeVisible();
    await look(page, 'signing-clerk-asked');
    await lock(page).getByRole('button', { name: 'Tüketicinin ekranına dön' }).click();
    await expect(step(page, 1, 2)).toBeVisible();
  });

  await button(page, 'Kabul etmiyorum').click();
  await button(page, 'Bitir').click();
  await expect(thanks(page)).toBeVisible();
  await lookAsVisitor(page, 'signing-handed-over-thanks');
  await button(page, 'Tamam').click();
  await expect(lock(page)).toBeVisible();
  await page.getByRole('textbox', { name: 'PIN' }).fill(administrator.pin);
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByText('Verilmedi')).toBeVisible();
});

test('a tablet is paired by a QR, the clerk sees that it came, and the texts open on it', async ({
  browser,
}) => {
  const page = await openFile(browser);
  const panel = panelOf(page);
  const text = panel.getByRole('checkbox', { name: /Yaşam Destek Cihazı/ });
  await text.check();
  const pairing = page.waitForResponse('**/rpc/signing.pair');
  await panel.getByRole('button', { name: /^Tablette/ }).click();
  const answer: unknown = await (await pairing).json();
  const { url } = contract['signing.pair'].output.parse(
    typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer,
  );
  await expect(page.getByText(/^Kodun geçerliliği: (10:00|9:\d\d)$/)).toBeVisible();
  await look(page, 'signing-pairing');

  const tablet = await (await browser.newContext({ viewport: { width: 800, height: 1280 } })).newPage();
  await tablet.goto(url.replace(/^http:\/\/[^/]+/, screens.base));
  await expect(page.getByText('Tablet bağlandı')).toBeVisible();
  await look(page, 'signing-paired');
  await page.getByRole('button', { name: /Metinleri tablette aç/ }).click();
  await expect(step(tablet, 1, 2)).toBeVisible();
  expect(tablet.url()).toBe(`${screens.base}/imza`);
  await panel.getByRole('button', { name: 'Vazgeç' }).click();
  await expect(tablet.getByText('Okumanız istenen bir metin olduğunda burada görünür.')).toBeVisible();

  await text.check();
  await panel.getByRole('button', { name: 'Tabletin bağlantısını kes' }).click();
  await expect(tablet.getByRole('heading', { name: 'Bu ekran artık bağlı değil' })).toBeVisible();
  await lookAsVisitor(tablet, 'signer-withdrawn');
});
