import { type Browser, expect, type Page } from '@playwright/test';
import { freePort } from '../src-main/testing/free-port.ts';
import { contract, type OutputOf } from '../src-shared/contract/index.ts';
import { openSection } from './pages/settings.ts';
import { signIn } from './pages/staff.ts';
import { look, lookAsVisitor } from './support/look.ts';
import { temporaryFolder } from './support/processes.ts';
import { type AddedScreen, type ScreensOfWorkplace, serveScreens } from './support/screens.ts';
import { test } from './support/test.ts';
import { administrator, callHost, setUpWorkplace } from './support/wire.ts';
import { startOnFolder, type Workplace } from './support/workplace.ts';

let workplace: Workplace;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let screens: ScreensOfWorkplace;
let kiosk: AddedScreen;

test.beforeEach(async () => {
  folder = await temporaryFolder();
  workplace = await startOnFolder(folder.path);
  await setUpWorkplace(workplace);
  screens = await serveScreens(workplace);
  kiosk = await screens.add('kiosk', 'Giriş');
});
test.afterEach(async () => {
  await workplace.stop();
  await folder.remove();
});

const landscape = { width: 1280, height: 720 };
const portrait = { width: 1080, height: 1920 };

async function openKiosk(browser: Browser, viewport = landscape): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(kiosk.link);
  await expect(service(page, 'Genel başvuru')).toBeEnabled();
  return page;
}

const service = (page: Page, name: string) => page.getByRole('button', { name });
const number = (page: Page) => page.getByRole('heading', { level: 1, name: /^[A-E]\d+$/ });
const noPriority = (page: Page) => page.getByRole('radio', { name: 'Hayır' });

/** Right after the number has come a touch still counts as the one before. */
async function goBack(page: Page, press: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await press();
    await expect(noPriority(page)).toBeVisible({ timeout: 500 });
  }).toPass();
}

const issued = async (): Promise<OutputOf<'ticket.queue'>> =>
  contract['ticket.queue'].output.parse(await callHost(workplace, 'ticket.queue', {}));

test('FF-3: a visitor touches a service twice, takes one number, and the kiosk waits for the next', async ({
  browser,
}) => {
  const page = await openKiosk(browser);
  expect(page.url()).toBe(`${screens.base}/kiosk`);
  await lookAsVisitor(page, 'kiosk-choosing');
  const before = (await issued()).issuedToday;
  await service(page, 'Genel başvuru').dblclick();
  await expect(number(page)).toBeVisible();
  await lookAsVisitor(page, 'kiosk-number');
  expect((await issued()).issuedToday).toBe(before + 1);
  await goBack(page, () => page.getByRole('button', { name: 'Tamam' }).click());

  await test.step('with priority and by keys alone', async () => {
    await noPriority(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    await expect(page.getByText('Öncelikli')).toBeVisible();
    const label = await number(page).textContent();
    const { waiting } = await issued();
    expect(waiting.find((ticket) => ticket.label === label)).toMatchObject({ priority: true });
    await goBack(page, () => page.keyboard.press('Escape'));
    await expect(noPriority(page)).toBeChecked();
  });

  await test.step('nothing leads out, and every target can be hit', async () => {
    await expect(page.getByRole('link')).toHaveCount(0);
    for (const target of [...(await page.getByRole('button').all()), page.getByText('Evet, var')]) {
      const box = await target.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(64);
    }
  });
});

test('what is closed or used up says so, also on a monitor that stands upright', async ({ browser }) => {
  const page = await openKiosk(browser, portrait);
  const settings = contract['settings.get'].output.parse(await callHost(workplace, 'settings.get', {}));
  const change = (changes: Record<string, object>) =>
    callHost(workplace, 'settings.saveCategories', {
      categories: settings.categories?.map((known) => ({ ...known, ...changes[known.code] })),
    });
  await callHost(workplace, 'ticket.issue', { categoryCode: 'meter', priority: false });
  await change({ outage: { opensAt: '00:00', closesAt: '00:01' }, meter: { dailyLimit: 1 } });
  await expect(service(page, 'Kesinti ve arıza')).toBeDisabled();
  await expect(service(page, 'Kesinti ve arıza')).toContainText('Numara 00:00–00:01 arasında verilir');
  await expect(service(page, 'Sayaç işlemleri')).toContainText('Bugünkü numaralar tükendi');
  await lookAsVisitor(page, 'kiosk-closed-upright');
  await service(page, 'Genel başvuru').click();
  await expect(number(page)).toBeVisible();
  await lookAsVisitor(page, 'kiosk-number-upright');
});

test('a kiosk whose PC goes away sends to the reception, starts without it, and comes back by itself', async ({
  browser,
}) => {
  const page = await openKiosk(browser);
  await workplace.stop();
  await expect(page.getByRole('heading', { name: 'Şu anda buradan numara verilemiyor' })).toBeVisible();
  await lookAsVisitor(page, 'kiosk-out-of-order');

  await test.step('after a power cut it starts before the PC does', async () => {
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await again.goto(`${screens.base}/kiosk`);
    await expect(again.getByText(/^Bağlantı yok · son bilgi \d\d:\d\d$/)).toBeVisible();
    workplace = await startOnFolder(folder.path);
    await expect(service(again, 'Genel başvuru')).toBeEnabled({ timeout: 30_000 });
    await service(again, 'Genel başvuru').click();
    await expect(number(again)).toBeVisible();
  });
});

test('an administrator adds a kiosk, opens it by its link once, and withdraws it again', async ({
  browser,
}) => {
  const admin = await signIn(browser, workplace, administrator);
  await openSection(admin, 'Ekranlar');
  await admin.getByRole('button', { name: 'Ekran ekle' }).click();
  await admin.getByRole('combobox', { name: 'Tür' }).click();
  await admin.getByRole('option', { name: 'Kiosk' }).click();
  await admin.getByRole('textbox', { name: 'Ad', exact: true }).fill('Arka kapı');
  await look(admin, 'screens-adding');
  await admin.getByRole('button', { name: 'Ekran ekle' }).click();
  const link = await admin.getByRole('textbox', { name: 'Bağlantı', exact: true }).inputValue();
  await look(admin, 'screens-link');

  const page = await (await browser.newContext()).newPage();
  await page.goto(link.replace(/^http:\/\/[^/]+/, screens.base));
  await expect(service(page, 'Genel başvuru')).toBeEnabled();

  await admin.getByRole('button', { name: 'Bağlantıyı geri al: Arka kapı' }).click();
  await admin.keyboard.press('Control+Enter');
  await expect(admin.getByText('Arka kapı kapatıldı.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Bu ekranın bağlantısı geri alınmış' })).toBeVisible();
  await lookAsVisitor(page, 'kiosk-withdrawn');
});

test('an administrator sees where screens connect, changes the port and switches them off', async ({
  browser,
}) => {
  const admin = await signIn(browser, workplace, administrator);
  await openSection(admin, 'Ekranlar');
  const server = admin.getByRole('region', { name: 'Ekran sunucusu' });
  await expect(server.getByRole('status')).toContainText(new URL(screens.base).port);
  const port = await freePort();
  await server.getByRole('textbox', { name: 'Port' }).fill(String(port));
  await server.getByRole('button', { name: 'Kaydet' }).click();
  await expect(server.getByRole('status')).toContainText(String(port));
  await server.scrollIntoViewIfNeeded();
  await look(admin, 'screens-server');
  expect((await fetch(`http://127.0.0.1:${port}/kiosk`)).status).toBe(200);

  await server.getByRole('switch', { name: 'Ekranlara bu bilgisayardan hizmet ver' }).click();
  await server.getByRole('button', { name: 'Kaydet' }).click();
  await expect(admin.getByText('Ekran sunucusu kapalı', { exact: true })).toBeVisible();
  await expect(server.getByRole('status')).toContainText('Kapalı');
  await expect(fetch(`http://127.0.0.1:${port}/kiosk`)).rejects.toThrow();
});
