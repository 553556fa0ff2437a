import { expect, type Page } from '@playwright/test';
import { issueNumber } from './pages/reception.ts';
import { choose, signIn } from './pages/staff.ts';
import { isWiderThanScreen, look, zoomed } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

test('FF-1 FF-2 FF-3 ON-3: by keys alone a visitor is handed over, the unit is alerted, and its result is written', async ({
  browser,
}) => {
  const reception = await signIn(browser, workplace, workplace.user('elif'));
  const expert = await signIn(browser, workplace, workplace.user('selin'));
  const label = await issueNumber(reception, 'F1');

  await test.step('reception sends the number to the first free room of the unit', async () => {
    await openHandOver(reception);
    await reception.keyboard.press('1');
    await expect(reception.getByRole('radio', { name: /^Boş ilk oda/ })).toBeChecked();
    await choose(reception, 'Görüşme konusu', 'yeni bağ', 'Yeni bağlantı');
    await reception.keyboard.press('Control+Enter');
    await expect(reception.getByText(`${label} → Görüşme Odası 3 · Bağlantı Müdürlüğü`)).toBeVisible();
  });

  await test.step('the unit sees it on whatever screen, and opens it at a key', async () => {
    await expert.keyboard.press('Alt+3');
    await expect(expert.getByText(new RegExp(`^${label} görüşmeye geliyor · Görüşme Odası 3`))).toBeVisible();
    await expert.keyboard.press('Alt+M');
    await expect(expert.getByRole('radio', { name: /^Görüşme Odası 3/ })).toBeChecked();
    await look(expert, 'rooms-alert');
    await expert.keyboard.press('F3');
    await expect(expert.getByRole('textbox', { name: 'Sonuç' })).toBeVisible();
  });

  await test.step('without a result it is not ended', async () => {
    await expert.keyboard.press('Control+Enter');
    await expect(expert.getByText('Görüşmenin sonucu yazılmalı.')).toBeVisible();
    await tabTo(expert, 'Sonuç');
    await expert.keyboard.type('Bağlantı görüşü verildi.');
    await expert.keyboard.press('Tab');
    await expert.keyboard.press('Space');
    await expert.keyboard.press('Control+Enter');
    await expect(expert.getByText(`${label} ile görüşme bitti.`)).toBeVisible();
    await expect(expert.getByText('Bağlantı görüşü verildi.')).toBeVisible();
  });

  await test.step('and the room is free for the next', async () => {
    await reception.keyboard.press('Alt+4');
    await expect(reception.getByText('3 odadan 2 tanesi boş')).toBeVisible();
  });
});

test('FF-3: of two who take one room the later is offered the next, and who is sent back keeps the number', async ({
  browser,
}) => {
  const reception = await signIn(browser, workplace, workplace.user('elif'));
  const stopHearing = await stopHearingOn(reception);
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  const label = await issueNumber(reception, 'F1');
  await openHandOver(reception);
  await reception.keyboard.press('1');
  await choose(reception, 'Görüşme konusu', 'yeni bağ', 'Yeni bağlantı');
  await expect(reception.getByRole('radio', { name: /^Boş ilk oda · Görüşme Odası 3/ })).toBeChecked();
  stopHearing();

  const served = await serveNext(clerk);
  await test.step('a desk takes the room while reception still looks at it', async () => {
    await openHandOver(clerk);
    await clerk.keyboard.press('1');
    await choose(clerk, 'Görüşme konusu', 'yeni bağ', 'Yeni bağlantı');
    await clerk.keyboard.press('Control+Enter');
    await expect(clerk.getByText(`${served} → Görüşme Odası 3 · Bağlantı Müdürlüğü`)).toBeVisible();
    await expect(clerk.getByText('Çağrılmış numara yok')).toBeVisible();
  });

  await test.step('reception comes too late, is offered the next that is free, and takes it', async () => {
    await reception.keyboard.press('Control+Enter');
    await expect(reception.getByText('Bu oda az önce alındı.')).toBeVisible();
    await expect(reception.getByRole('radio', { name: /^Görüşme Odası 2/ })).toBeChecked();
    await look(reception, 'rooms-taken');
    await reception.keyboard.press('Control+Enter');
    await expect(reception.getByText(`${label} → Görüşme Odası 2 · Bağlantı Müdürlüğü`)).toBeVisible();
  });

  await test.step('sent back to a desk, the number stands where it stood', async () => {
    await clerk.keyboard.press('Alt+4');
    await pickRoom(clerk, 'Görüşme Odası 2');
    await clerk.keyboard.press('F3');
    await expect(clerk.getByRole('textbox', { name: 'Sonuç' })).toBeVisible();
    await clerk.keyboard.press('F7');
    await expect(clerk.getByText(`${label} sıradaki yerine döndü. Geliş saati korundu.`)).toBeVisible();
    await clerk.keyboard.press('Alt+1');
    await expect(clerk.getByRole('row').filter({ hasText: label })).toBeVisible();
  });
});

test('ON-1: a desk meets a unit over Teams from the same screen and keeps its visitor', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  const label = await serveNext(clerk);
  await openHandOver(clerk);
  await clerk.keyboard.press('3');
  await clerk.getByRole('radio', { name: /^Teams/ }).focus();
  await clerk.keyboard.press('Space');
  await choose(clerk, 'Görüşme konusu', 'sokak', 'Sokak aydınlatma');
  await clerk.keyboard.press('Control+Enter');
  await expect(clerk.getByText(`${label} → Teams · İşletme Müdürlüğü`)).toBeVisible();
  await expect(clerk.getByRole('region', { name: 'Sıra' }).getByText(label, { exact: true })).toBeVisible();
  await clerk.keyboard.press('Alt+4');
  await pickRoom(clerk, 'Teams');
  await expect(clerk.getByRole('region', { name: 'Görüşme', exact: true })).toContainText(label);
  await look(clerk, 'rooms-teams');
});

test('at 200 % zoom every part of the rooms is there to be read and used', async ({ browser }) => {
  const expert = await signIn(browser, workplace, workplace.user('ibrahim'));
  await expert.setViewportSize(zoomed);
  await expect(expert.getByRole('button', { name: 'Görüşmeyi bitir' })).toBeVisible();
  await look(expert, 'rooms-zoom');
  expect(await isWiderThanScreen(expert)).toBe(false);
});

test('an administrator adds a room for a unit, and the rooms show it', async ({ browser }) => {
  const admin = await signIn(browser, workplace, workplace.user('yonetici'));
  await openSection(admin, 'Odalar');
  await look(admin, 'rooms-settings');
  await admin.keyboard.press('Alt+N');
  await admin.keyboard.type('g4');
  await admin.keyboard.press('Tab');
  await admin.keyboard.type('Görüşme Odası 4');
  await admin.keyboard.press('F9');
  await expect(admin.getByText('Odalar kaydedildi.')).toBeVisible();
  await openSection(admin, 'Birimler');
  await look(admin, 'rooms-units-settings');
  await admin.keyboard.press('Alt+4');
  await expect(admin.getByRole('radio', { name: /^Görüşme Odası 4/ })).toBeVisible();
});

async function openHandOver(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^(Görüşmeye yönlendir|Birime ver)/ })).toBeVisible();
  await page.keyboard.press('Alt+O');
  await expect(page.getByRole('radio', { name: /^Bağlantı Müdürlüğü/ })).toBeFocused();
}

/** A window that announcements reach only until it is told to stop, as in the moment before one arrives. */
async function stopHearingOn(page: Page): Promise<() => void> {
  let isHearing = true;
  await page.routeWebSocket(/\/events/, (line) => {
    const host = line.connectToServer();
    host.onMessage((message) => {
      if (isHearing) line.send(message);
    });
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Karşılama' })).toBeVisible();
  return () => {
    isHearing = false;
  };
}

/** Calls the next one and begins; gives the number. */
async function serveNext(page: Page): Promise<string> {
  await expect(page.getByRole('button', { name: 'Sıradakini çağır' })).toBeEnabled();
  await page.keyboard.press('F1');
  await expect(page.getByRole('button', { name: 'Görüşmeyi başlat' })).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: 'Görüşmeyi bitir' })).toBeVisible();
  return (await page.locator('.bk-number').first().textContent()) ?? '';
}

/** To the cards by their key, and with the arrows to the room. */
async function pickRoom(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('radio', { name: new RegExp(`^${name}`) });
  await expect(wanted).toBeVisible();
  await page.keyboard.press('F2');
  for (let step = 0; step < 8 && !(await wanted.isChecked()); step += 1)
    await page.keyboard.press('ArrowRight');
  await expect(wanted).toBeChecked();
}

async function tabTo(page: Page, name: string): Promise<void> {
  const field = page.getByRole('textbox', { name });
  const isThere = () => field.evaluate((node) => node === document.activeElement);
  for (let step = 0; step < 40 && !(await isThere()); step += 1) await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
}

async function openSection(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.getByRole('tab', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}
