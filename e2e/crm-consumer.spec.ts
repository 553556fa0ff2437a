import { expect } from '@playwright/test';
import { contract } from '../src-shared/contract/index.ts';
import { connectCrm } from './pages/settings.ts';
import { fillMatter, registerApplication, saveForm } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { picture } from './support/pictures.ts';
import { test } from './support/test.ts';
import { administrator, callHost, setUpWorkplace } from './support/wire.ts';
import { startGateway, startWorkplace, type Workplace } from './support/workplace.ts';

const visitor = {
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Vişnelik’te her akşam elektrik kesiliyor.',
};

async function unsent(workplace: Workplace): Promise<number> {
  const answer = await callHost(workplace, 'system.connection', {});
  return contract['system.connection'].output.parse(answer).crm.unsent;
}

async function idsOf(workplace: Workplace): Promise<readonly string[]> {
  const answer = await callHost(workplace, 'search.find', { text: visitor.identityNo });
  return contract['search.find'].output.parse(answer).consumers.map(({ id }) => id);
}

test('somebody whom only the CRM knows is found, chosen and registered by keys, under the id of the CRM', async ({
  browser,
}) => {
  const gateway = await startGateway();
  const [home, away] = [await startWorkplace(), await startWorkplace()];
  try {
    for (const workplace of [home, away]) await setUpWorkplace(workplace);
    const homeKey = gateway.demo.apiKey;
    const awayKey = await gateway.keyFor('03');
    const known = await signIn(browser, home, administrator);
    await connectCrm(known, gateway.url, homeKey);
    await known.keyboard.press('Alt+2');
    await registerApplication(known, visitor);
    await expect.poll(() => unsent(home), { timeout: 60_000 }).toBe(0);

    const page = await signIn(browser, away, administrator);
    await connectCrm(page, gateway.url, awayKey);
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('textbox', { name: 'Tüketici ara' })).toBeVisible();
    await page.keyboard.press('F7');
    await page.keyboard.type(visitor.identityNo);
    await expect(page.getByRole('option', { name: 'CRM’de ara' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const found = page.getByRole('option', { name: 'Ayşe I.' });
    await expect(found).toContainText('CRM’deki tüketici');
    await expect(found).toHaveAttribute('data-combobox-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Sıfatı' })).toBeFocused();
    await expect(page.getByRole('region', { name: 'Tüketici kartı' })).toContainText('Kişi CRM’den alındı');
    await picture(page, 'crm-consumer');
    await fillMatter(page, visitor.description);
    await saveForm(page);

    expect(await idsOf(away)).toEqual(await idsOf(home));
  } finally {
    await Promise.all([home.stop(), away.stop(), gateway.stop()]);
  }
});
