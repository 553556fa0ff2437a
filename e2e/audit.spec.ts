import { expect } from '@playwright/test';
import { contract } from '../src-shared/contract/index.ts';
import { openSection } from './pages/settings.ts';
import { registerApplication } from './pages/solution-point.ts';
import { signIn } from './pages/staff.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { callHost } from './support/wire.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;

test.beforeEach(async () => {
  workplace = await startSample();
});
test.afterEach(() => workplace.stop());

const applicant = {
  name: 'Gülşen Işıkoğlu',
  identityNo: '10000000146',
  phone: '0532 123 45 67',
  description: 'Sokak lambası iki haftadır yanmıyor.',
};

test('a day of far more looks than usual stands above the records, and is shown by one press', async ({
  browser,
}) => {
  const { username, password } = workplace.user('mehmet');
  await callHost(workplace, 'session.signIn', { username, password });
  const list = await callHost(workplace, 'application.list', { list: 'open', offset: 0, limit: 60 });
  const { rows } = contract['application.list'].output.parse(list);
  for (const { id } of rows) await callHost(workplace, 'application.get', { applicationId: id });

  const supervisor = await signIn(browser, workplace, workplace.user('ayse'));
  await openSection(supervisor, 'Denetim kayıtları');
  await expect(supervisor.getByText(/Mehmet Kaya \d+ farklı dosya, kart ya da ek açtı/)).toBeVisible();
  await look(supervisor, 'audit-unusual');
  await supervisor
    .getByRole('button', { name: /^Göster: .*Mehmet Kaya/ })
    .first()
    .click();
  await expect(supervisor.getByRole('combobox', { name: 'Kim baktı' })).toHaveValue('Mehmet Kaya');
  await expect(supervisor.getByRole('table').getByRole('row')).toHaveCount(rows.length + 2);
});

test('a supervisor finds who looked at a person’s file, and opens it', async ({ browser }) => {
  const clerk = await signIn(browser, workplace, workplace.user('mehmet'));
  const { applicationNo } = await registerApplication(clerk, applicant);
  await clerk.getByRole('button', { name: 'Dosyayı aç' }).click();
  await expect(clerk.getByRole('tab', { name: 'Ekler' })).toBeVisible();

  const supervisor = await signIn(browser, workplace, workplace.user('ayse'));
  await openSection(supervisor, 'Denetim kayıtları');
  const rows = supervisor.getByRole('table').getByRole('row');
  await expect(rows.filter({ hasText: 'Giriş yaptı' }).first()).toBeVisible();
  await look(supervisor, 'audit');

  await test.step('what is typed wrongly is said at its field', async () => {
    await supervisor.getByRole('textbox', { name: 'İlk gün' }).fill('bugün');
    await supervisor.getByRole('textbox', { name: 'Son gün' }).fill('dün');
    await supervisor.keyboard.press('Enter');
    await expect(supervisor.getByText('Bitiş günü başlangıçtan önce olamaz.')).toBeVisible();
    await supervisor.getByRole('textbox', { name: 'Son gün' }).fill('yarın değil');
    await supervisor.keyboard.press('Enter');
    await expect(supervisor.getByText('Gün gg.aa.yyyy olarak yazılmalı.')).toBeVisible();
    await look(supervisor, 'audit-refused');
    await supervisor.getByRole('textbox', { name: 'Son gün' }).fill('bugün');
  });

  await test.step('asked for one person, only what concerns that person is there', async () => {
    await supervisor.getByRole('textbox', { name: 'Kimin ya da neyin kaydı' }).fill(applicant.name);
    await supervisor.keyboard.press('Enter');
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText('Mehmet Kaya');
    await expect(rows.nth(1)).toContainText('Başvuru dosyasını açtı');
    await look(supervisor, 'audit-of-person');
  });

  await test.step('nothing found says so', async () => {
    await supervisor.getByRole('textbox', { name: 'Kimin ya da neyin kaydı' }).fill('Böyle Biri Yok');
    await supervisor.keyboard.press('Enter');
    await expect(supervisor.getByText('Bu aralıkta kayıt yok.')).toBeVisible();
    await supervisor.getByRole('textbox', { name: 'Kimin ya da neyin kaydı' }).fill(applicationNo);
    await supervisor.keyboard.press('Enter');
  });

  await supervisor
    .getByRole('button', { name: `Dosyayı aç: ${applicationNo}` })
    .first()
    .click();
  await expect(supervisor.getByText(applicant.description).first()).toBeVisible();
});
