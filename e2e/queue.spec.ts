import { type Browser, expect, type Page } from '@playwright/test';
import { issueNumber } from './pages/reception.ts';
import { expectSignedIn, openWindow, signIn } from './pages/staff.ts';
import { isWiderThanScreen, look, zoomed } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

test('FF-1, FF-2: a visitor is called, called back, set aside, sent on and comes late, and keeps the place', async ({
  browser,
}) => {
  const reception = await signIn(browser, workplace, workplace.user('elif'));
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  const other = await signInAtDesk(browser, 'zeynep', 'Çözüm Noktası 2');
  await emptyQueue(clerk);
  const label = await issueNumber(reception, 'F1');

  await test.step('a call that was a slip is undone within ten seconds', async () => {
    await callNext(clerk, label);
    await expect(clerk.getByText(`${label} çağrıldı.`)).toBeVisible();
    await clerk.keyboard.press('Alt+Z');
    await expect(clerk.getByText('Çağrılmış numara yok')).toBeVisible();
    await expect(clerk.getByRole('list', { name: 'Sıradakiler' })).toContainText(label);
  });

  await test.step('somebody is set aside while another is served, and gone on with', async () => {
    await callNext(clerk, label);
    await look(clerk, 'queue-called');
    await clerk.keyboard.press('F3');
    await clerk.keyboard.press('Alt+B');
    const resume = clerk.getByRole('button', { name: new RegExp(`^Sürdür · ${label}`) });
    await expect(resume).toBeVisible();
    await look(clerk, 'queue-held');
    await resume.click();
    await expect(resume).toHaveCount(0);
    await expect(current(clerk)).toHaveText(label);
  });

  await test.step('sent on to another desk, it is that desk’s alone', async () => {
    await clerk.keyboard.press('Alt+A');
    await clerk.getByRole('menuitem', { name: 'Çözüm Noktası 2' }).click();
    await expect(clerk.getByText('Çağrılmış numara yok')).toBeVisible();
    await expect(clerk.getByRole('button', { name: 'Sıradakini çağır' })).toBeDisabled();
    await expect(reception.getByRole('row').filter({ hasText: label })).toContainText('→ Çözüm Noktası 2');
    await callNext(other, label);
  });

  await test.step('who did not come and comes late has the place again', async () => {
    await other.keyboard.press('F4');
    await look(reception, 'queue-no-shows');
    await reception.getByRole('button', { name: `${label} geldi: sıradaki yerine al` }).click();
    await expect(reception.getByText(`${label} sıradaki yerine alındı.`)).toBeVisible();
    await callNext(other, label);
    await other.keyboard.press('F3');
    await expect(other.getByRole('button', { name: 'Görüşmeyi bitir' })).toBeVisible();
    await other.keyboard.press('F6');
    await expect(other.getByText('Çağrılmış numara yok')).toBeVisible();
  });

  await test.step('who leaves before being called is taken out', async () => {
    const leaving = await issueNumber(reception, 'F2');
    await reception.getByRole('button', { name: `${leaving} ayrıldı: numarayı iptal et` }).click();
    await expect(reception.getByText(`${leaving} iptal edildi.`)).toBeVisible();
    await expect(reception.getByRole('row').filter({ hasText: leaving })).toHaveCount(0);
  });
});

test('a desk asks for help without a sound, the others see it, and one of them comes', async ({
  browser,
}) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  const other = await signInAtDesk(browser, 'zeynep', 'Çözüm Noktası 2');
  await other.keyboard.press('Alt+Y');
  await expect(other.getByText('Yardım istendi; öteki bankolar görüyor.')).toBeVisible();
  await expect(clerk.getByText('Çözüm Noktası 2 yardım istiyor.')).toBeVisible();
  await look(clerk, 'queue-help');

  await clerk.keyboard.press('Alt+G');
  await expect(clerk.getByText('Çözüm Noktası 2 yardım istiyor.')).toHaveCount(0);
  await expect(other.getByText('Çözüm Noktası 1 geliyor.')).toBeVisible();

  await clerk.keyboard.press('Alt+Y');
  await expect(other.getByText('Çözüm Noktası 1 yardım istiyor.')).toBeVisible();
  await clerk
    .getByRole('region', { name: 'Yardım çağrıları' })
    .getByRole('button', { name: 'Vazgeç' })
    .click();
  await expect(other.getByText('Çözüm Noktası 1 yardım istiyor.')).toHaveCount(0);
});

test('at 200 % zoom reception and the queue of the solution point are there to be read and used', async ({
  browser,
}) => {
  const reception = await signIn(browser, workplace, workplace.user('elif'));
  await reception.setViewportSize(zoomed);
  await issueNumber(reception, 'F1');
  await look(reception, 'reception-zoom');
  expect(await isWiderThanScreen(reception)).toBe(false);

  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await clerk.setViewportSize(zoomed);
  await expect(clerk.getByRole('button', { name: 'Sıradakini çağır' })).toBeEnabled();
  await clerk.keyboard.press('F1');
  await expect(clerk.getByRole('button', { name: 'Görüşmeyi başlat' })).toBeVisible();
  await look(clerk, 'solution-point-zoom');
  expect(await isWiderThanScreen(clerk)).toBe(false);
});

async function signInAtDesk(browser: Browser, username: string, desk: string): Promise<Page> {
  const user = workplace.user(username);
  const page = await openWindow(browser, workplace);
  await page.getByLabel('Kullanıcı adı').fill(user.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(user.password);
  await page.getByRole('combobox', { name: 'Bugün oturduğunuz banko' }).click();
  await page.getByRole('option', { name: desk }).click();
  await page.getByRole('button', { name: 'Giriş yap' }).click();
  await expectSignedIn(page, user);
  await page.keyboard.press('Alt+2');
  return page;
}

const current = (page: Page) => page.locator('.bk-number').first();

async function callNext(page: Page, label: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Sıradakini çağır' })).toBeEnabled();
  await page.keyboard.press('F1');
  await expect(current(page)).toHaveText(label);
}

/** The sample's morning still waits and is at the desks; all of it is dealt with. */
async function emptyQueue(page: Page): Promise<void> {
  const call = page.getByRole('button', { name: 'Sıradakini çağır' });
  const noShow = page.getByRole('button', { name: 'Gelmedi' });
  const finish = page.getByRole('button', { name: 'Görüşmeyi bitir' });
  await expect(call.or(finish).first()).toBeVisible();
  if (await finish.isVisible()) await finish.click();
  await expect(noShow).toHaveCount(0);
  await expect(finish).toHaveCount(0);
  while (await call.isEnabled()) {
    await page.keyboard.press('F1');
    await expect(noShow).toBeVisible();
    await page.keyboard.press('F4');
    await expect(call).toBeVisible();
  }
}
