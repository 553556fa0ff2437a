import { expect, type Locator, type Page } from '@playwright/test';
import { enterAsSample, openWindow } from './pages/staff.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('Not on screen');
  return box;
}

/** What can be pressed on this page and is hidden, at its middle, by something of the notices. */
function covered(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const notices = document.querySelector('section[aria-live]');
    const pressed = [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, select')];
    return pressed
      .filter((element) => element.checkVisibility() && notices?.contains(element) === false)
      .filter((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const above = document.elementFromPoint(left + width / 2, top + height / 2);
        return above !== null && notices?.contains(above) === true;
      })
      .map((element) => element.innerText || element.outerHTML);
  });
}

test('a notice covers nothing that is pressed, moves nothing, and what it tells of is undone by a key', async ({
  browser,
}) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('mehmet'));
  const name = page.getByRole('textbox', { name: 'Ad soyad' });
  const save = page.getByRole('button', { name: 'Kaydet' });
  await name.fill('Ayşe Işık');
  const before = await boxOf(save);

  await page.getByRole('button', { name: 'Formu temizle' }).click();
  const notices = page.getByRole('region', { name: 'Bildirimler' });
  await expect(notices).toContainText('Form temizlendi.');
  expect(await boxOf(save)).toEqual(before);
  for (const screen of ['Alt+1', 'Alt+3', 'Alt+9', 'Alt+2']) {
    await page.keyboard.press(screen);
    expect(await covered(page), screen).toEqual([]);
    const [line, main] = [await boxOf(notices), await boxOf(page.getByRole('main'))];
    expect(main.y + main.height, screen).toBeLessThanOrEqual(line.y);
  }

  await page.keyboard.press('Alt+Z');
  await expect(name).toHaveValue('Ayşe Işık');
  await expect(notices).not.toContainText('Form temizlendi.');
});

test('a notice stays while the keyboard is at it, and is closed from there', async ({ browser }) => {
  const page = await openWindow(browser, workplace);
  await enterAsSample(page, workplace.user('zeynep'));
  await page.clock.install();
  await page.getByRole('textbox', { name: 'Ad soyad' }).fill('Ayşe Işık');
  await page.getByRole('button', { name: 'Formu temizle' }).click();
  const notice = page.getByText('Form temizlendi.');
  await expect(notice).toBeVisible();
  const close = page.getByRole('region', { name: 'Bildirimler' }).getByRole('button', { name: 'Kapat' });
  await close.focus();
  await page.clock.runFor(60_000);
  await expect(notice).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(notice).toBeHidden();

  await page.getByRole('textbox', { name: 'Ad soyad' }).fill('Ayşe Işık');
  await page.getByRole('button', { name: 'Formu temizle' }).click();
  await expect(notice).toBeVisible();
  await page.getByRole('textbox', { name: 'Ad soyad' }).hover();
  await page.clock.runFor(10_000);
  await expect(notice).toBeHidden();
});
