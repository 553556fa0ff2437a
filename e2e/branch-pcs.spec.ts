import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { showCode, typeJoining } from './pages/pcs.ts';
import { issueNumber } from './pages/reception.ts';
import { openWindow, signIn } from './pages/staff.ts';
import { look } from './support/look.ts';
import { temporaryFolder } from './support/processes.ts';
import { administrator, callHost, setUpWorkplace } from './support/wire.ts';
import { startOnFolder, type Workplace } from './support/workplace.ts';

type Pc = { readonly dataDir: string; workplace: Workplace };

const pcs: Pc[] = [];
const folders: { readonly remove: () => Promise<void> }[] = [];

test.afterEach(async () => {
  for (const { workplace } of pcs.splice(0)) await workplace.stop();
  for (const folder of folders.splice(0)) await folder.remove();
});

test('a PC joins by the code on the hub’s screen, shares its queue, works on without it and takes its place', async ({
  browser,
}) => {
  const first = await startPc();
  await setUpWorkplace(first.workplace);
  const port = await freePort();
  await callHost(first.workplace, 'branch.setPort', { port });
  const hub = await signIn(browser, first.workplace, administrator);
  const code =
    await test.step('the hub shows a code, how long it is good and where it is to be found', async () => {
      await hub.keyboard.press('Alt+9');
      await hub.getByRole('tab', { name: 'Bilgisayarlar' }).click();
      await expect(hub.getByText('Bu bilgisayar tek başına çalışıyor')).toBeVisible();
      await look(hub, 'pcs-alone');
      const shown = await showCode(hub);
      await expect(hub.getByText('5 yanlış deneme hakkı kaldı')).toBeVisible();
      await expect(hub.getByText(new RegExp(`:${port}$`)).first()).toBeVisible();
      await expect(hub.getByText('Bu bilgisayar şubenin merkezi')).toBeVisible();
      await look(hub, 'pcs-code');
      return shown;
    });

  const second = await startPc();
  const joining = { address: `127.0.0.1:${port}`, code, deskName: 'Banko 2', deskCode: 'b2' };
  await test.step('a new PC types it wrong, is told so, and joins with the right one', async () => {
    const page = await openWindow(browser, second.workplace);
    await page.keyboard.press('F3');
    await typeJoining(page, { ...joining, code: code.replace(/.$/, code.endsWith('0') ? '1' : '0') });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Kod yanlış ya da süresi dolmuş.')).toBeVisible();
    await expect(hub.getByText('4 yanlış deneme hakkı kaldı')).toBeVisible();
    await look(page, 'pcs-join-refused');
    const codeField = page.getByRole('textbox', { name: 'Eşleştirme kodu' });
    await codeField.fill(code.replaceAll('-', '').toLowerCase());
    await expect(codeField).toHaveValue(code);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Eskişehir Merkez' })).toBeVisible();
    await expect(hub.getByText('Banko 2 şubeye katıldı.')).toBeVisible();
    await expect(hub.getByRole('row', { name: /Banko 2/ })).toContainText('Bağlı');
    await look(hub, 'pcs-hub');
    await page.close();
  });

  const desk = await signIn(browser, second.workplace, administrator);
  const numbers = await test.step('a number given at one PC is called at the other', async () => {
    await expect(desk.getByText('Merkez: Banko 1')).toBeVisible();
    await hub.keyboard.press('Alt+1');
    const given = [await issueNumber(hub, 'F1'), await issueNumber(hub, 'F1')];
    await desk.keyboard.press('Alt+2');
    await expect(desk.getByRole('button', { name: 'Sıradakini çağır' })).toBeEnabled();
    await desk.keyboard.press('F1');
    await expect(desk.locator('.bk-number').first()).toHaveText(given[0] ?? '');
    await expect(hub.getByText('Bankolarda').locator('..').locator('..')).toContainText(given[0] ?? '');
    return given;
  });

  await test.step('the hub is gone at once: every screen says so, and what is known stays visible', async () => {
    await hub.close();
    await first.workplace.kill();
    await expect(desk.getByText('Şube merkezine ulaşılamıyor: Banko 1.')).toBeVisible();
    await expect(desk.getByText(/^Son bilinen sıra: \d\d:\d\d$/)).toBeVisible();
    await expect(desk.locator('.bk-number').first()).toHaveText(numbers[0] ?? '');
    await expect(desk.getByRole('button', { name: 'Görüşmeyi başlat' })).toBeDisabled();
    await look(desk, 'pcs-lost-solution-point');
    await desk.keyboard.press('Alt+1');
    await expect(desk.getByRole('button', { name: / için sıra numarası ver / }).first()).toBeDisabled();
    await expect(desk.getByRole('row').filter({ hasText: numbers[1] ?? '' })).toBeVisible();
    await look(desk, 'pcs-lost-reception');
  });

  await test.step('the supervisor’s key makes this PC the hub, and numbers go on above the last', async () => {
    await desk.keyboard.press('Alt+M');
    await expect(desk.getByText(/üstünden sürer/)).toBeVisible();
    await look(desk, 'pcs-take-over');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByText('Bu bilgisayar artık şubenin merkezi.')).toBeVisible();
    await expect(desk.getByText(/^Son bilinen sıra/).filter({ visible: true })).toHaveCount(0);
    const next = await issueNumber(desk, 'F1');
    expect(numberIn(next)).toBeGreaterThan(Math.max(...numbers.map(numberIn)));
    await desk.keyboard.press('Alt+9');
    await desk.getByRole('tab', { name: 'Bilgisayarlar' }).click();
    await expect(desk.getByText('Bu bilgisayar şubenin merkezi')).toBeVisible();
  });

  await test.step('the old hub comes back as one of the others, is withdrawn, and pairs again by a new code', async () => {
    first.workplace = await startOnFolder(first.dataDir);
    const back = await signIn(browser, first.workplace, administrator);
    await expect(back.getByText('Merkez: Banko 2')).toBeVisible({ timeout: 60_000 });
    const row = desk.getByRole('row', { name: /Banko 1/ });
    await expect(row).toContainText('Bağlı');
    await desk.getByRole('button', { name: 'Banko 1 bilgisayarını şubeden kaldır' }).click();
    await look(desk, 'pcs-withdraw');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByText('Banko 1 şubeden kaldırıldı.')).toBeVisible();
    await expect(row).toContainText('Kaldırıldı');
    await expect(back.getByText('Şube merkezi (Banko 2) bu bilgisayarı tanımıyor.')).toBeVisible();

    const again = await showCode(desk);
    const [address = ''] = await desk.getByText(/^127\.|^[0-9.]+:\d+$/).allTextContents();
    await back.keyboard.press('Alt+9');
    await back.getByRole('tab', { name: 'Bilgisayarlar' }).click();
    await look(back, 'pcs-cast-out');
    await back.keyboard.press('Alt+T');
    await back.getByRole('textbox', { name: 'Merkezin adresi' }).fill(address);
    await back.getByRole('textbox', { name: 'Eşleştirme kodu' }).fill(again);
    await back.keyboard.press('Control+Enter');
    await expect(back.getByText('Bu bilgisayar şubeye katıldı.')).toBeVisible();
    await expect(back.getByText('Merkez: Banko 2')).toBeVisible({ timeout: 60_000 });
    await expect(back.getByText('Şube merkezi yeniden bağlı: Banko 2.')).toBeVisible();
    await look(back, 'pcs-joined');
  });
});

async function startPc(): Promise<Pc> {
  const folder = await temporaryFolder();
  folders.push(folder);
  const pc = { dataDir: folder.path, workplace: await startOnFolder(folder.path) };
  pcs.push(pc);
  return pc;
}

function numberIn(label: string): number {
  return Number(label.slice(1));
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  await new Promise((done) => server.close(done));
  return address.port;
}
