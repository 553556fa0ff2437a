import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { contract } from '../src-shared/contract/index.ts';
import { openSection } from './pages/settings.ts';
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

/** Within the page: a load would cut off what it is asking for. */
function openFile(page: Page, id: string): Promise<void> {
  return page.evaluate((hash) => {
    location.hash = hash;
  }, `#/applicationFile/${id}`);
}

async function savedBy(page: Page, button: RegExp) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const saved = await download;
  const bytes = await readFile(await saved.path());
  return { name: saved.suggestedFilename(), kind: bytes.subarray(0, 5).toString() };
}

test('records over their period go by two people’s word, and the report is saved', async ({ browser }) => {
  const { username, password } = workplace.user('mehmet');
  await callHost(workplace, 'session.signIn', { username, password });
  const list = await callHost(workplace, 'application.list', { list: 'closed', offset: 0, limit: 100 });
  const closedRows = contract['application.list'].output.parse(list).rows;
  const oldest = closedRows.toSorted((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1)).at(0);
  if (oldest === undefined) throw new Error('The sample has no closed application');

  const administrator = await signIn(browser, workplace, workplace.user('yonetici'));
  await openSection(administrator, 'Saklama ve imha');
  await expect(administrator.getByText('Henüz imha önerisi yok.')).toBeVisible();
  await look(administrator, 'retention-empty');

  await test.step('an administrator decides on the periods; what the law asks for stays', async () => {
    await administrator.getByRole('button', { name: 'Süreleri değiştir' }).click();
    await administrator.getByRole('textbox', { name: 'Süre: Denetim kayıtları' }).fill('1');
    await administrator.getByRole('textbox', { name: 'Süre: Başvuru dosyaları' }).fill('3');
    await administrator.getByRole('combobox', { name: 'Birim: Başvuru dosyaları' }).click();
    await administrator.getByRole('option', { name: 'gün' }).click();
    await administrator.getByRole('button', { name: 'Kaydet' }).click();
    await expect(administrator.getByText('Bu kayıtlar en az 3 yıl saklanmalı.')).toBeVisible();
    await look(administrator, 'retention-periods-refused');
    await administrator.getByRole('textbox', { name: 'Süre: Denetim kayıtları' }).fill('4');
    await administrator.getByRole('button', { name: 'Kaydet' }).click();
    await expect(administrator.getByText('Süreler kaydedildi.')).toBeVisible();
  });

  const supervisor = await signIn(browser, workplace, workplace.user('ayse'));
  await test.step('a supervisor holds a file from its own screen', async () => {
    await openFile(supervisor, oldest.id);
    await supervisor.getByRole('button', { name: 'Muhafaza altına al' }).click();
    await supervisor.getByRole('textbox', { name: 'Neden imha edilmemeli' }).fill('Dava sürüyor');
    await supervisor.keyboard.press('Enter');
    await expect(supervisor.getByText('Muhafaza altında', { exact: true })).toBeVisible();
    await look(supervisor, 'file-held');
  });

  await openSection(supervisor, 'Saklama ve imha');
  await supervisor.getByRole('button', { name: 'Şimdi öner' }).click();
  await supervisor.getByRole('button', { name: 'Listeyi göster' }).click();
  const rows = supervisor.getByRole('table').first().getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  await expect(supervisor.getByRole('cell', { name: oldest.applicationNo, exact: true })).toHaveCount(1);
  await look(supervisor, 'retention-proposal');

  await test.step('one record is taken out with its reason', async () => {
    await rows.nth(1).getByRole('button').click();
    await supervisor.getByRole('textbox', { name: 'Neden çıkarılıyor' }).fill('Denetim istedi');
    await supervisor.keyboard.press('Enter');
    await expect(supervisor.getByText('1 kayıt öneriden çıkarıldı.')).toBeVisible();
  });
  const goneNo = (await rows.nth(2).getByRole('cell').nth(1).textContent()) ?? '';
  const found = contract['search.find'].output.parse(
    await callHost(workplace, 'search.find', { text: goneNo }),
  );
  const [gone] = found.applications;
  if (gone === undefined) throw new Error('The second record of the list is no application');
  await supervisor.getByRole('button', { name: 'Listeyi gizle' }).click();

  await test.step('nobody approves twice', async () => {
    await supervisor.getByRole('button', { name: 'Onayla' }).click();
    await expect(supervisor.getByText(/kayıt kalıcı olarak silinecek/)).toBeVisible();
    await look(supervisor, 'retention-approve');
    await supervisor.keyboard.press('Control+Enter');
    await expect(supervisor.getByText('Siz onayladınız; ikinci onayı başka biri vermeli.')).toBeVisible();
    await expect(supervisor.getByRole('button', { name: 'Onayla' })).toHaveCount(0);
  });

  await administrator.getByRole('button', { name: 'Onayla' }).click();
  await administrator.keyboard.press('Control+Enter');
  await expect(administrator.getByText(/^(Silindi|İmha edildi)/)).toBeVisible();
  expect(await savedBy(administrator, /^Tutanak \(PDF\)/)).toEqual({
    name: expect.stringMatching(/^imha-tutanagi-[0-9a-f]{8}\.pdf$/),
    kind: '%PDF-',
  });
  await look(administrator, 'retention-done');

  await openFile(supervisor, gone.id);
  await expect(supervisor.getByText('İmha edilmiş dosya')).toBeVisible();
  await expect(supervisor.getByText(/^Bu dosya .* imha edildi \(tutanak no İMHA-/)).toBeVisible();
  await look(supervisor, 'file-destroyed');
});
