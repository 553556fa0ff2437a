import { readFile } from 'node:fs/promises';
import { chromium, expect } from '@playwright/test';
import {
  addressOf,
  called,
  desks,
  type Hall,
  lastCalls,
  openDisplay,
  openHall,
  said,
} from './support/hall.ts';
import { expectSound, heardOf, listen, overlaps } from './support/heard.ts';
import { lookAsVisitor } from './support/look.ts';
import { test } from './support/test.ts';
import { callHost } from './support/wire.ts';

let hall: Hall;

test.beforeEach(async () => {
  hall = await openHall();
});
test.afterEach(() => hall.remove());

test('a number that is called stands in the hall within a second, and is called out with its desk', async ({
  page,
}) => {
  await openDisplay(page, hall);
  await expect(page.getByRole('heading', { name: 'Henüz çağrı yok' })).toBeVisible();
  await expect(page).toHaveURL(addressOf(hall.display));
  await lookAsVisitor(page, 'display-empty');

  const { label } = await hall.issue();
  await expect(page.getByRole('listitem').filter({ hasText: 'Genel başvuru' })).toContainText('1 kişi');
  await hall.call('B2');
  await expect(called(page)).toContainText(label, { timeout: 1_000 });
  await expect(called(page)).toContainText('Banko 2');
  await expect(said(page)).toHaveText('A yüz bir, iki numaralı banko');
  await expectSound(page);
  await lookAsVisitor(page, 'display-call');
  await expect(said(page)).toHaveText('');
});

test('a browser that keeps pages silent says how the sound is switched on', async ({ page }) => {
  await page.goto(hall.display.link);
  const notice = page.getByRole('button', { name: 'Sesi açmak için dokunun ya da Enter’a basın' });
  await expect(notice).toBeVisible();
  await lookAsVisitor(page, 'display-blocked');
  await page.keyboard.press('Enter');
  await expect(notice).toHaveCount(0);
});

test('started as a kiosk it sounds without a touch, as the guide for hanging it up says', async ({
  launchOptions,
}) => {
  const flag = '--autoplay-policy=no-user-gesture-required';
  expect(await readFile('docs/waiting-display.md', 'utf8')).toContain(flag);
  const kiosk = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), flag] });
  try {
    const page = await kiosk.newPage();
    await listen(page);
    await page.goto(hall.display.link);
    await expect(page.getByRole('heading', { name: 'Henüz çağrı yok' })).toBeVisible();
    await hall.issue();
    await hall.call('B1');
    await expectSound(page);
    await expect(page.getByText('Sesi açmak')).toHaveCount(0);
  } finally {
    await kiosk.close();
  }
});

test('calls of several desks are called out one after the other, without the one that was undone', async ({
  page,
}) => {
  await openDisplay(page, hall);
  for (let count = 0; count < 3; count += 1) await hall.issue();
  await hall.call('B1');
  const slip = await hall.call('B2');
  const last = await hall.call('B3');
  await hall.atDesk('B2', 'ticket.undoCall', slip.id);
  await expect(said(page)).toHaveText('A yüz bir, bir numaralı banko');
  await expect(lastCalls(page)).toHaveText([`${last.label}Banko 3`]);
  await expect(said(page)).toHaveText('A yüz üç, üç numaralı banko');
  await expect(lastCalls(page)).toHaveText(['A101Banko 1']);
  await hall.atDesk('B1', 'ticket.recall', (await callOf('B1')).id);
  await expect(said(page)).toHaveText('A yüz bir, bir numaralı banko');
  await expect(said(page)).toHaveText('');
  const pieces = await heardOf(page);
  // Three chimes, and of each call five clips: letter, hundred, rest, desk's number, "numaralı banko".
  expect(pieces).toHaveLength(3 * 6);
  expect(overlaps(pieces)).toEqual([]);
});

test('without network the last calls stay with their time, and the display comes back by itself', async ({
  page,
}) => {
  await openDisplay(page, hall);
  await hall.issue();
  await hall.issue();
  const { label } = await hall.call('B1');
  await expect(said(page)).toHaveText('A yüz bir, bir numaralı banko');
  await expect(said(page)).toHaveText('');

  await hall.goDown();
  await expect(page.getByText(/^Bağlantı yok · son bilgi \d\d:\d\d$/)).toBeVisible();
  await expect(called(page)).toContainText(label);
  await lookAsVisitor(page, 'display-lost');

  await test.step('a power cut of the display meanwhile: it shows what it knew, and says so', async () => {
    await page.goto(addressOf(hall.display));
    await expect(page.getByText(/^Bağlantı yok · son bilgi \d\d:\d\d$/)).toBeVisible();
    await expect(called(page)).toContainText(label);
  });

  await hall.comeBack();
  await expect(page.getByText(/^Bağlantı yok/)).toHaveCount(0, { timeout: 30_000 });
  await page.keyboard.press('Enter');
  await hall.call('B2');
  await expect(called(page)).toContainText('A102');
  await expect(said(page)).toHaveText('A yüz iki, iki numaralı banko');
});

test('a display whose link is withdrawn shows nothing more, and says what to do', async ({ page }) => {
  await openDisplay(page, hall);
  const { label } = await hall.issue();
  await hall.call('B1');
  await expect(called(page)).toContainText(label);
  await hall.screens.withdraw(hall.display);
  await expect(page.getByRole('heading', { name: 'Bu ekranın bağlantısı geri alınmış' })).toBeVisible();
  await expect(page.getByText(label)).toHaveCount(0);
  await lookAsVisitor(page, 'display-withdrawn');
});

test('whoever hangs the display up sets by keys how it sounds and looks, and it stays so', async ({
  page,
}) => {
  await openDisplay(page, hall);
  await page.keyboard.press('s');
  const setup = page.getByRole('dialog', { name: 'Ekran ayarları' });
  await expect(setup.getByLabel('Gong ve Türkçe ses')).toBeFocused();
  await lookAsVisitor(page, 'display-setup');
  await page.keyboard.press('ArrowUp');
  await expect(setup.getByLabel('Yalnız gong')).toBeChecked();
  await page.keyboard.press('t');
  await expectSound(page);
  expect(await heardOf(page)).toHaveLength(1);
  await setup.getByLabel('Koyu').check();
  await page.keyboard.press('Escape');
  await expect(setup).toHaveCount(0);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.keyboard.press('s');
  await expect(setup.getByLabel('Yalnız gong')).toBeChecked();
});

test('where the computer has no Turkish voice of its own, Banko’s reads the call', async ({ page }) => {
  await openDisplay(page, hall);
  await page.keyboard.press('s');
  await page.getByLabel('Gong ve bilgisayarın kendi sesi').check();
  await expect(page.getByText(/yerel bir Türkçe ses bulunamadı/)).toBeVisible();
  await lookAsVisitor(page, 'display-no-voice');
  await page.keyboard.press('Escape');
  await hall.issue();
  await hall.call('B3');
  await expect(said(page)).toHaveText('A yüz bir, üç numaralı banko');
  await expect(said(page)).toHaveText('');
  const pieces = await heardOf(page);
  expect(pieces).toHaveLength(6);
  expect(overlaps(pieces)).toEqual([]);
});

test('a busy hall fits on every screen, without scrolling, and its number is read from ten metres', async ({
  page,
}) => {
  const names = [
    'Genel başvuru',
    'Kesinti ve arıza',
    'Bağlantı ve proje işlemleri',
    'Sayaç',
    'Evrak teslimi',
  ];
  const categories = [...names, 'Kaçak ve usulsüz kullanım itirazı', 'Zarar tazmini'].map((name, index) => ({
    ...{
      code: `c${index}`,
      name,
      letter: 'ABCDEFG'.charAt(index),
      colour: 'blue',
      firstNumber: 101 + index * 900,
    },
    ...{ dailyLimit: null, deskCodes: null, opensAt: null, closesAt: null, weight: 1 },
  }));
  await callHost(hall.workplace(), 'settings.saveCategories', { categories });
  for (let count = 0; count < 14; count += 1) await hall.issue(`c${count % 7}`);
  for (let count = 0; count < 3; count += 1) for (const { deskCode } of desks) await hall.call(deskCode);
  await openDisplay(page, hall);
  await expect(lastCalls(page).first()).toBeVisible();
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [1024, 768],
    [1080, 1920],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lookAsVisitor(page, `display-busy-${width}`);
    const fit = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      const { scrollWidth, scrollHeight } = document.documentElement;
      const number = document.querySelector('section p');
      const size = number === null ? 0 : Number.parseFloat(getComputedStyle(number).fontSize);
      return { scrollWidth, scrollHeight, size, panel: box('section'), number: box('section p') };
    });
    expect([fit.scrollWidth, fit.scrollHeight]).toEqual([width, height]);
    // Inter's capitals and digits are 0.727 of its size.
    if (width > height) expect((fit.size * 0.727) / height).toBeGreaterThan(0.12);
    expect(fit.number?.width).toBeLessThan((fit.panel?.width ?? 0) + 1);
  }
});

async function callOf(desk: string): Promise<{ readonly id: string }> {
  const { mine } = (await callHost(hall.workplace(), 'ticket.queue', {}, desk)) as {
    readonly mine: { readonly id: string } | null;
  };
  if (mine === null) throw new Error(`Nobody is at ${desk}`);
  return mine;
}
