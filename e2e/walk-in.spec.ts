import { expect, type Page } from '@playwright/test';
import { closeAfterCall, routeToTeam } from './pages/application-file.ts';
import { answerAsTeam, memberOf, signInAtGateway } from './pages/gateway.ts';
import { connectCrm } from './pages/settings.ts';
import { type Numbers, registerApplication } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { picture } from './support/pictures.ts';
import { test } from './support/test.ts';
import { startGateway, startSample, type Workplace } from './support/workplace.ts';

const team = 'supply_continuity';
const visitor = {
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Vişnelik’te her akşam 19.00 gibi elektrik kesiliyor, buzdolabı bozulacak.',
};
const outcome = 'Fider onarıldı, kesintiler giderildi';

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

test('FF-1 … SP-4, WR-6: a walk-in goes from the door to the closing SMS and the tracking page', async ({
  browser,
}) => {
  const crm = workplace.crm;
  if (crm === undefined) throw new Error('The sample has no gateway');
  const reception = await signIn(browser, workplace, workplace.user('elif'));
  const label = await test.step('one key issues a number and shows its slip', () => issue(reception));
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  await test.step('the clerk calls it', () => callUntil(clerk, label));
  const numbers = await test.step('the application is registered on one screen', async () => {
    const registered = await registerApplication(clerk, visitor);
    await picture(clerk, '03-registered');
    return registered;
  });

  await test.step('the registration SMS comes back as delivered', async () => {
    await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
    await expect(clerk.getByText('Teslim edildi')).toBeVisible({ timeout: 60_000 });
    await picture(clerk, '04-file');
  });
  await test.step('it is routed to a team', () => routeToTeam(clerk, 'tedarik sür', 'Fider raporuna bakın.'));
  await test.step('the team answers at the gateway', async () => {
    const member = await signInAtGateway(browser, crm.url, memberOf(crm.members, team));
    await answerAsTeam(member, numbers.applicationNo, 'Fider onarıldı, kesinti beklenmiyor.');
    await picture(member, '05-team');
  });
  await test.step('the answer is on the list of those to be called', () => openAnswered(clerk, numbers));
  await test.step('the clerk calls and closes', () => closeAfterCall(clerk, outcome));
  await expect(clerk.getByText('Teslim edildi')).toHaveCount(2, { timeout: 60_000 });
  await picture(clerk, '07-closed');

  await test.step('the closing SMS is in the outbox, the state on the tracking page', async () => {
    const operator = await signInAtGateway(browser, crm.url, memberOf(crm.members, null));
    await expect(operator.getByText(outcome)).toBeVisible();
    await picture(operator, '08-outbox');
    await track(operator, crm.url, numbers.trackingCode);
    await picture(operator, '09-tracking');
  });
});

test('the same with the CRM down from the call on: the counter goes on, and all arrives once, in order', async ({
  browser,
}) => {
  const gateway = await startGateway();
  try {
    const administrator = await signIn(browser, workplace, workplace.user('yonetici'));
    await connectCrm(administrator, gateway.url, gateway.demo.apiKey);
    const reception = await signIn(browser, workplace, workplace.user('elif'));
    const label = await issue(reception);
    await expect(reception.getByText('CRM bağlı')).toBeVisible();

    await gateway.goDown();
    const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
    await callUntil(clerk, label);
    const numbers = await registerApplication(clerk, visitor);
    await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
    await routeToTeam(clerk, 'tedarik sür', '');
    await expect(clerk.getByText('CRM’e gönderilmedi').first()).toBeVisible();
    await picture(clerk, '10-crm-down');

    await gateway.comeBack();
    await expect(clerk.getByText('CRM bağlı')).toBeVisible({ timeout: 90_000 });
    await expect(clerk.getByText('CRM’e gönderilmedi')).toHaveCount(0);
    const member = await signInAtGateway(browser, gateway.url, memberOf(gateway.demo.members, team));
    await expect(member.getByRole('link', { name: numbers.applicationNo })).toHaveCount(1);
    await answerAsTeam(member, numbers.applicationNo, 'Fider onarıldı.');
    await openAnswered(clerk, numbers);
    await closeAfterCall(clerk, outcome);
    await expect(clerk.getByText('Teslim edildi')).toHaveCount(2, { timeout: 60_000 });

    const operator = await signInAtGateway(browser, gateway.url, memberOf(gateway.demo.members, null));
    const sent = operator.getByRole('row').filter({ hasText: numbers.applicationNo });
    await expect(sent).toHaveCount(2);
    await track(operator, gateway.url, numbers.trackingCode);
  } finally {
    await gateway.stop();
  }
});

async function issue(page: Page): Promise<string> {
  await expect(page.getByRole('button', { name: /^Genel başvuru için/ })).toBeEnabled();
  await page.keyboard.press('F1');
  const said = page.getByText(/^[A-Z]\d+ verildi$/);
  await expect(said).toBeVisible();
  await picture(page, '01-number');
  return (await said.textContent())?.split(' ')[0] ?? '';
}

/** The sample's morning is still waiting; everybody before our visitor does not come. */
async function callUntil(page: Page, label: string): Promise<void> {
  const callNext = page.getByRole('button', { name: 'Sıradakini çağır' });
  const noShow = page.getByRole('button', { name: 'Gelmedi' });
  for (let called = ''; called !== label; ) {
    if (called !== '') await noShow.click();
    await expect(callNext).toBeEnabled();
    await page.keyboard.press('F1');
    await expect(noShow).toBeVisible();
    called = (await page.locator('.bk-number').first().textContent()) ?? '';
  }
  await page.getByRole('button', { name: 'Görüşmeyi başlat' }).click();
  await picture(page, '02-called');
}

async function openAnswered(page: Page, numbers: Numbers): Promise<void> {
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: /^Yanıtlandı, aranacak/ }).click();
  const row = page.getByRole('button', { name: numbers.applicationNo });
  await expect(row).toBeVisible({ timeout: 30_000 });
  await picture(page, '06-answered');
  await row.click();
  await expect(page.getByRole('heading', { name: numbers.applicationNo })).toBeVisible();
}

async function track(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/takip`);
  await page.getByLabel('Takip kodu').fill(code);
  await page.getByRole('button', { name: 'Durumu göster' }).click();
  await expect(page.getByText('Başvurunuz sonuçlandı')).toBeVisible();
}
