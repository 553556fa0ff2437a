import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectSignedIn, openWindow } from './pages/staff.ts';
import { look } from './support/look.ts';
import { temporaryFolder } from './support/processes.ts';
import {
  breakUpdate,
  changeStoreVersion,
  damageBeginning,
  damageStore,
  writeNonsense,
} from './support/store.ts';
import { test } from './support/test.ts';
import { administrator, callHost, setUpWorkplace } from './support/wire.ts';
import { startOnFolder, type Workplace } from './support/workplace.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let workplace: Workplace;

test.beforeEach(async () => {
  folder = await temporaryFolder();
  workplace = await startOnFolder(folder.path);
  await setUpWorkplace(workplace);
});
test.afterEach(async () => {
  await workplace.stop();
  await folder.remove();
});

/** Ends the program, does that to its folder and starts it again. */
async function meanwhile(change: () => Promise<void>): Promise<void> {
  await workplace.stop();
  await change();
  workplace = await startOnFolder(folder.path);
}

test('a damaged store says so on a screen of its own, and a backup opens in its place', async ({
  browser,
}) => {
  await callHost(workplace, 'system.backUp', {});
  await meanwhile(() => damageStore(folder.path));
  const damaged = await readFile(join(folder.path, 'banko.db'));
  const page = await openWindow(browser, workplace);
  await expectTrouble(page, 'Kayıt deposu hasarlı');
  await look(page, 'trouble-damaged');

  await page.getByRole('button', { name: 'Destek için dışa aktar' }).click();
  const said = (await page.getByText(/^Kopyalandı: /).textContent()) ?? '';
  const exported = said.replace('Kopyalandı: ', '');
  expect(await readFile(join(exported, 'banko.db'))).toEqual(damaged);

  await expect(page.getByRole('radio')).toHaveCount(1);
  await page.getByRole('button', { name: 'Bu yedeğe dön' }).click();
  await expect(page.getByText(/tarihli yedek açılsın mı\?$/)).toBeVisible();
  await page.getByRole('button', { name: 'Bu yedeğe dön' }).click();
  await page.getByLabel('Kullanıcı adı').fill(administrator.username);
  await page.getByRole('textbox', { name: 'Parola' }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expectSignedIn(page, administrator);
});

test('a store from a newer version is left alone, and opens when that version is back', async ({
  browser,
}) => {
  let ours = 0;
  await meanwhile(async () => {
    ours = await changeStoreVersion(folder.path, 999);
  });
  const page = await openWindow(browser, workplace);
  await expectTrouble(page, 'Kayıtlar daha yeni bir Banko ile yazılmış');
  await expect(page.getByText('Yeni sürümü kurup', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  await expect(page.getByText('Yeniden denendi; sorun sürüyor.')).toBeVisible();
  await expectTrouble(page, 'Kayıtlar daha yeni bir Banko ile yazılmış');

  await changeStoreVersion(folder.path, ours);
  // A fast machine is back so soon that this press would be the second half of a double click.
  await expect(async () => {
    await page.getByRole('button', { name: 'Yeniden dene' }).click({ timeout: 2_000 });
    await expect(page.getByRole('heading', { name: 'Eskişehir Merkez' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test('a store under another key is not opened, and is still there under the right one', async ({
  browser,
}) => {
  const keyFile = join(folder.path, 'store.key');
  const key = await readFile(keyFile);
  await meanwhile(() =>
    writeFile(
      keyFile,
      key.map((byte) => byte ^ 0xff),
    ),
  );
  const page = await openWindow(browser, workplace);
  await expectTrouble(page, 'Kayıt deposu bu anahtarla açılmıyor');
  await expect(page.getByText('ya anahtar dosyası değişmiş ya da deponun başı bozulmuş')).toBeVisible();
  await look(page, 'trouble-wrong-key-or-damaged');
  await writeFile(keyFile, key);
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  await expect(page.getByRole('heading', { name: 'Eskişehir Merkez' })).toBeVisible();
});

test('a damaged beginning is told from a wrong key where a backup opens, and where none does', async ({
  browser,
}) => {
  await callHost(workplace, 'system.backUp', {});
  await meanwhile(() => damageBeginning(folder.path));
  const page = await openWindow(browser, workplace);
  await expectTrouble(page, 'Kayıt deposu hasarlı');
  await expect(page.getByRole('radio')).toHaveCount(1);

  await writeFile(join(folder.path, 'store.key'), new Uint8Array(32).fill(8));
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  await expectTrouble(page, 'Anahtar bu kayıt deposunun değil');
  await expect(page.getByText('Yedekten dön')).toHaveCount(0);
  await look(page, 'trouble-wrong-key');
});

test('a key file that is broken is named, and the store opens when its copy is back', async ({ browser }) => {
  const keyFile = join(folder.path, 'store.key');
  const key = await readFile(keyFile);
  await meanwhile(() => writeFile(keyFile, 'short'));
  const page = await openWindow(browser, workplace);
  await expectTrouble(page, 'Kayıt deposunun anahtarı kullanılamıyor');
  await expect(page.getByText(`Anahtar dosyası bozuk: ${keyFile} (5 bayt`, { exact: false })).toBeVisible();
  await expect(page.getByText('Yedekten dön')).toHaveCount(0);
  await look(page, 'trouble-unusable-key');
  await writeFile(keyFile, key);
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  await expect(page.getByRole('heading', { name: 'Eskişehir Merkez' })).toBeVisible();
});

test('an update that fails names the backup made before it, and the store opens with the version that can', async ({
  browser,
}) => {
  let mend = async (): Promise<unknown> => undefined;
  await meanwhile(async () => {
    mend = await breakUpdate(folder.path);
  });
  const page = await openWindow(browser, workplace);
  await expectTrouble(page, 'Kayıt deposu güncellenemedi');
  const [backup = ''] = await readdir(join(folder.path, 'backups'));
  await expect(
    page.getByText(`Güncellemeden önce ${backup} adlı yedek alındı.`, { exact: false }),
  ).toBeVisible();
  await expect(page.getByText('Yedekten dön')).toHaveCount(0);
  await look(page, 'trouble-update-failed');
  await mend();
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  await expect(page.getByRole('heading', { name: 'Eskişehir Merkez' })).toBeVisible();
});

test('an error that nobody foresaw is shown under a reference that the log has', async ({ browser }) => {
  let mend = async (): Promise<unknown> => undefined;
  await meanwhile(async () => {
    mend = await writeNonsense(folder.path);
  });
  const page = await openWindow(browser, workplace);
  await expectTrouble(page, 'Banko açılamadı');
  const said = (await page.getByText('hata koduyla desteğe başvurun', { exact: false }).textContent()) ?? '';
  const [, reference] = /([0-9a-f]{8}) hata koduyla/.exec(said) ?? [];
  expect(await readFile(join(folder.path, 'logs', 'banko.log'), 'utf8')).toContain(
    `"reference":"${reference}"`,
  );
  await look(page, 'trouble-unexpected');
  await mend();
  await page.getByRole('button', { name: 'Yeniden dene' }).click();
  await expect(page.getByRole('heading', { name: 'Eskişehir Merkez' })).toBeVisible();
});

async function expectTrouble(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('Hiçbir kayıt silinmedi; depo olduğu gibi duruyor.')).toBeVisible();
  await expect(page.getByLabel('Kullanıcı adı')).toHaveCount(0);
}
