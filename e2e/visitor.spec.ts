import { type Browser, expect, type Page } from '@playwright/test';
import { contract } from '../src-shared/contract/index.ts';
import { followUrl } from '../src-shared/text/screen-url.ts';
import { lookAsVisitor } from './support/look.ts';
import { type ScreensOfWorkplace, serveScreens } from './support/screens.ts';
import { test } from './support/test.ts';
import { callHost, setUpWorkplace } from './support/wire.ts';
import { startWorkplace, type Workplace } from './support/workplace.ts';

let workplace: Workplace;
let screens: ScreensOfWorkplace;
let kioskToken: string;

test.beforeEach(async () => {
  workplace = await startWorkplace();
  await setUpWorkplace(workplace);
  screens = await serveScreens(workplace);
  const { link } = await screens.add('kiosk', 'Giriş');
  kioskToken = link.split('=')[1] ?? '';
});
test.afterEach(() => workplace.stop());

/** As the kiosk does it; gives what its QR holds. */
async function takeNumber(): Promise<string> {
  const input = { categoryCode: 'general', priority: false, onPaper: false };
  const reply = await fetch(`${screens.base}/rpc/kiosk.issue`, {
    method: 'POST',
    headers: { authorization: `Bearer ${kioskToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: crypto.randomUUID(), input }),
  });
  const { value } = (await reply.json()) as { readonly value: unknown };
  return followUrl(screens.base, contract['kiosk.issue'].output.parse(value).followCode);
}

async function openPhone(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const shaken: unknown[] = [];
    Object.assign(window, { shaken });
    Object.defineProperty(navigator, 'vibrate', { value: (pattern: unknown) => shaken.push(pattern) > 0 });
  });
  await page.goto(link);
  return page;
}

const shakes = (page: Page) =>
  page.evaluate(() => ('shaken' in window && Array.isArray(window.shaken) ? window.shaken.length : -1));

const act = async (method: string, ticketId?: string) =>
  contract['ticket.callNext'].output.parse(
    await callHost(workplace, method, ticketId === undefined ? {} : { ticketId }),
  ).ticket;

test('FF-3: a visitor follows the number on a phone until the desk calls, and is told when it is over', async ({
  browser,
}) => {
  const [first, mine] = [await takeNumber(), await takeNumber()];
  const page = await openPhone(browser, mine);
  await expect(page.getByText('A102')).toBeVisible();
  await expect(page.getByText('1 kişi')).toBeVisible();
  expect(page.url()).toBe(`${screens.base}/sira`);
  await lookAsVisitor(page, 'visitor-waiting');

  const before = await act('ticket.callNext');
  await expect(page.getByRole('heading', { name: 'Sıradaki sizsiniz' })).toBeVisible();
  await page.getByRole('button', { name: 'Çağrılınca ses çal' }).tap();
  await expect(page.getByRole('button', { name: 'Çağrılınca ses çalacak' })).toBeDisabled();
  await lookAsVisitor(page, 'visitor-next');
  expect(await shakes(page)).toBe(0);

  await act('ticket.start', before.id);
  const called = await act('ticket.callNext');
  await expect(page.getByRole('heading', { name: 'Sıranız geldi' })).toBeVisible();
  await expect(page.getByText('Banko 1')).toBeVisible();
  await expect(page).toHaveTitle('A102 · Sıranız geldi');
  await expect.poll(() => shakes(page)).toBe(1);
  await lookAsVisitor(page, 'visitor-called');
  await act('ticket.recall', called.id);
  await expect.poll(() => shakes(page)).toBe(2);

  await test.step('a page loaded anew is at the same number', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Sıranız geldi' })).toBeVisible();
  });

  await act('ticket.start', called.id);
  await expect(page.getByRole('heading', { name: 'Görüşmeniz sürüyor' })).toBeVisible();
  await act('ticket.finish', called.id);
  await expect(page.getByRole('heading', { name: 'Görüşmeniz bitti' })).toBeVisible();
  await lookAsVisitor(page, 'visitor-over');

  const other = await openPhone(browser, first);
  await expect(other.getByRole('heading', { name: 'Görüşmeniz bitti' })).toBeVisible();
  await expect(other.getByText('A102')).toHaveCount(0);
});

test('a phone that leaves the network says since when, and one with a code that is none says what to do', async ({
  browser,
}) => {
  const page = await openPhone(browser, await takeNumber());
  await expect(page.getByRole('heading', { name: 'Sıradaki sizsiniz' })).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/^Bağlantı yok · son bilgi \d\d:\d\d$/)).toBeVisible({ timeout: 30_000 });
  await lookAsVisitor(page, 'visitor-lost');
  await page.context().setOffline(false);
  await expect(page.getByText(/^Güncel · \d\d:\d\d$/)).toBeVisible();

  const stranger = await openPhone(browser, followUrl(screens.base, 'AAAAAAAAAAAAAAAA'));
  await expect(stranger.getByRole('heading', { name: 'Bu takip bağlantısı geçerli değil' })).toBeVisible();
  await lookAsVisitor(stranger, 'visitor-unknown');
  await test.step('a page that is not the current one is opened anew by itself', async () => {
    const old = await (await browser.newContext()).newPage();
    let loads = 0;
    old.on('load', () => {
      loads += 1;
    });
    let isOutdated = true;
    await old.route(
      (url) => url.pathname === '/sira',
      (route) => {
        if (route.request().resourceType() !== 'fetch' || !isOutdated) return route.continue();
        isOutdated = false;
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>newer</title>' });
      },
    );
    await old.goto(followUrl(screens.base, 'AAAAAAAAAAAAAAAA'));
    await expect.poll(() => loads).toBe(2);
    await expect(old.getByRole('heading', { name: 'Bu takip bağlantısı geçerli değil' })).toBeVisible();
  });

  const without = await openPhone(browser, `${screens.base}/sira`);
  await expect(without.getByRole('heading', { name: 'Sıranızı buradan izleyin' })).toBeVisible();
});
