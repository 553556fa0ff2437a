import { type Browser, expect, type Page } from '@playwright/test';
import { contract } from '../src-shared/contract/index.ts';
import { fillForm, saveForm } from './pages/solution-point.ts';
import { sessionMenu, signIn } from './pages/staff.ts';
import { picture } from './support/pictures.ts';
import { test } from './support/test.ts';
import { administrator, callHost, setUpWorkplace } from './support/wire.ts';
import { startWorkplace, type Workplace } from './support/workplace.ts';

const visitor = {
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Vişnelik’te her akşam elektrik kesiliyor.',
};
const registering = '**/rpc/application.register';

let workplace: Workplace;
let line: 'whole' | 'cut before the host hears' | 'cut before the page hears';

test.beforeEach(async () => {
  line = 'whole';
  workplace = await startWorkplace();
  await setUpWorkplace(workplace);
});
test.afterEach(() => workplace.stop());

async function openForm(browser: Browser): Promise<Page> {
  const page = await signIn(browser, workplace, administrator);
  await page.route(registering, async (route) => {
    if (line === 'whole') return route.continue();
    if (line === 'cut before the page hears') await route.fetch();
    return route.abort();
  });
  await page.keyboard.press('Alt+2');
  await fillForm(page, visitor);
  return page;
}

/** The line breaks: after the host has carried the save out, or before it hears of it. */
async function saveInVain(page: Page, isCarriedOut: boolean): Promise<void> {
  line = isCarriedOut ? 'cut before the page hears' : 'cut before the host hears';
  await page.keyboard.press('F9');
  await expect(page.getByText(/^Son kaydetmenin yanıtı gelmedi\./)).toBeVisible();
  line = 'whole';
}

async function descriptions(): Promise<readonly string[]> {
  const list = await callHost(workplace, 'application.list', { list: 'open', offset: 0, limit: 10 });
  const { rows } = contract['application.list'].output.parse(list);
  const files = rows.map(({ id }) => callHost(workplace, 'application.get', { applicationId: id }));
  return (await Promise.all(files)).map((file) => contract['application.get'].output.parse(file).description);
}

test('the reply is cut, the page loaded anew, the form saved again: one application', async ({ browser }) => {
  const page = await openForm(browser);
  await saveInVain(page, true);
  await picture(page, 'lost-reply');
  await page.reload();
  await expect(page.getByText(/^Son kaydetmenin yanıtı gelmedi\./)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Açıklama' })).toHaveValue(visitor.description);
  const { applicationNo } = await saveForm(page);
  expect(applicationNo).toMatch(/0100001$/);
  expect(await descriptions()).toEqual([visitor.description]);
});

test('what is changed after a reply was cut is neither lost nor registered twice unasked', async ({
  browser,
}) => {
  const page = await openForm(browser);
  await saveInVain(page, true);
  const description = page.getByRole('textbox', { name: 'Açıklama' });
  await description.fill('Kesinti sabahları da oluyor.');
  const { applicationNo } = await saveForm(page);
  expect(applicationNo).toMatch(/0100001$/);
  await expect(page.getByText(/^Önceki kaydetme ulaşmış;/)).toBeVisible();
  await picture(page, 'lost-reply-earlier');
  expect(await descriptions()).toEqual([visitor.description]);

  await page.keyboard.press('F10');
  await expect(description).toHaveValue('Kesinti sabahları da oluyor.');
  await saveForm(page);
  expect((await descriptions()).toSorted()).toEqual(['Kesinti sabahları da oluyor.', visitor.description]);
});

test('what is changed after a save that never arrived is what is registered, once', async ({ browser }) => {
  const page = await openForm(browser);
  await saveInVain(page, false);
  await page.getByRole('textbox', { name: 'Açıklama' }).fill('Kesinti sabahları da oluyor.');
  await saveForm(page);
  await expect(page.getByText(/^Önceki kaydetme ulaşmış;/)).toHaveCount(0);
  expect(await descriptions()).toEqual(['Kesinti sabahları da oluyor.']);
});

test('signing out leaves nothing of a form in the tab, saved or not', async ({ browser }) => {
  const page = await openForm(browser);
  await saveInVain(page, true);
  expect(await keptIn(page)).toContain(visitor.name);
  await sessionMenu(page).click();
  await page.getByRole('button', { name: 'Oturumu kapat' }).click();
  await expect(page.getByLabel('Kullanıcı adı')).toBeVisible();
  expect(Object.keys(JSON.parse(await keptIn(page))).toSorted()).toEqual(['banko.token', 'banko.window']);
});

test('work that was left without signing out goes when another signs in at the same tab', async ({
  browser,
}) => {
  const [clerk, receptionist] = [await addUser('ali', 'clerk'), await addUser('oya', 'reception')];
  const page = await signIn(browser, workplace, clerk);
  await page.getByRole('textbox', { name: 'Ad soyad' }).fill(visitor.name);
  await callHost(workplace, 'user.setActive', { userId: clerk.userId, isActive: false });
  await page.keyboard.press('Alt+3');
  await page.getByLabel('Kullanıcı adı').fill(receptionist.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(receptionist.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Karşılama' })).toBeVisible();
  // The page is loaded anew meanwhile.
  await expect(async () => expect(await keptIn(page)).not.toContain(visitor.name)).toPass();
});

async function addUser(username: string, role: 'clerk' | 'reception') {
  const user = {
    username,
    displayName: `${username} Kaya`,
    role,
    password: `${username}-parolasi-uzun`,
    pin: '4071',
  };
  const { userId } = contract['user.add'].output.parse(await callHost(workplace, 'user.add', user));
  return { ...user, userId };
}

function keptIn(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(sessionStorage));
}
