import { expect, type Locator, type Page } from '@playwright/test';
import { openJoining, showCode, typeJoining } from './pages/pcs.ts';
import { issueNumber } from './pages/reception.ts';
import { openSection } from './pages/settings.ts';
import { openWindow, signIn } from './pages/staff.ts';
import { type BranchOfPcs, codeOf, openBranchOfPcs } from './support/branch-of-pcs.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { administrator, callHost } from './support/wire.ts';

let branch: BranchOfPcs;

// Several PCs start, are looked for and looked at on one machine.
test.describe.configure({ timeout: 300_000 });

test.beforeEach(() => {
  branch = openBranchOfPcs();
});
test.afterEach(() => branch.close());

const clerk = {
  username: 'selin',
  displayName: 'Selin Aksoy',
  password: 'selin-parolasi-uzun',
  pin: '4182',
};

/** A PC that lost its hub looks for it at intervals. */
const untilFound = { timeout: 60_000 };

test('a new PC joins by the code on the hub’s screen, shares its queue, works on without it and takes its place', async ({
  browser,
}) => {
  const first = await branch.open();
  await branch.setUp(first, { workstationNo: 1 });
  const hub = await signIn(browser, first.workplace(), administrator);
  const code =
    await test.step('the hub shows a code, how long it is good and where it is to be found', async () => {
      await openSection(hub, 'Bilgisayarlar');
      await expect(hub.getByText('Bu bilgisayar tek başına çalışıyor')).toBeVisible();
      await look(hub, 'pcs-alone');
      const shown = await showCode(hub);
      await expect(hub.getByText('5 yanlış deneme hakkı kaldı')).toBeVisible();
      await expect(hub.getByText(new RegExp(`:${first.port}$`)).first()).toBeVisible();
      await expect(hub.getByText('Bu bilgisayar şubenin merkezi')).toBeVisible();
      await look(hub, 'pcs-code');
      return shown;
    });

  const second = await branch.open();
  await test.step('a new PC types it wrong, is told so at the field, and joins with the right one', async () => {
    const page = await openWindow(browser, second.workplace());
    await expect(page.getByRole('heading', { name: 'Banko’ya hoş geldiniz' })).toBeVisible();
    await look(page, 'pcs-first-run');
    await page.keyboard.press('F3');
    await typeJoining(page, {
      address: `127.0.0.1:${first.port}`,
      code: code.replace(/.$/, code.endsWith('0') ? '1' : '0'),
      deskName: 'Banko 2',
      deskCode: 'b2',
    });
    await page.keyboard.press('Control+Enter');
    const codeField = page.getByRole('textbox', { name: 'Eşleştirme kodu' });
    await expect(codeField).toHaveAccessibleDescription(/Kod yanlış ya da süresi dolmuş\./);
    await expect(codeField).toBeFocused();
    await expect(hub.getByText('4 yanlış deneme hakkı kaldı')).toBeVisible();
    await look(page, 'pcs-join-refused');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(code.replaceAll('-', '').toLowerCase());
    await expect(codeField).toHaveValue(code);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Eskişehir Merkez' })).toBeVisible();
    await expect(hub.getByText('Banko 2 şubeye katıldı.')).toBeVisible();
    await expect(hub.getByRole('row', { name: /Banko 2/ })).toContainText('Bağlı');
    await look(hub, 'pcs-hub');
    await page.close();
  });

  const desk = await signIn(browser, second.workplace(), administrator);
  const numbers = await test.step('a number given at one PC is called at the other', async () => {
    await expect(statusLine(desk)).toContainText('Merkez: Banko 1');
    await hub.keyboard.press('Alt+1');
    const given = [await issueNumber(hub, 'F1'), await issueNumber(hub, 'F2')];
    await desk.keyboard.press('Alt+2');
    await expect(desk.getByRole('button', { name: 'Sıradakini çağır' })).toBeEnabled();
    await desk.keyboard.press('F1');
    await expect(desk.locator('.bk-number').first()).toHaveText(given[0] ?? '');
    await expect(hub.getByRole('region', { name: 'Bankolarda' })).toContainText(given[0] ?? '');
    return given;
  });

  await test.step('the hub is gone at once: every screen says so, and what is known stays visible', async () => {
    await hub.close();
    await first.workplace().kill();
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

  await test.step('one key makes this PC the hub, and numbers go on above the last', async () => {
    await desk.keyboard.press('Alt+M');
    await expect(desk.getByText(/üstünden sürer/)).toBeVisible();
    await look(desk, 'pcs-take-over');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByText('Bu bilgisayar artık şubenin merkezi.')).toBeVisible();
    await expect(desk.getByText(/^Son bilinen sıra/).filter({ visible: true })).toHaveCount(0);
    const next = await issueNumber(desk, 'F1');
    expect(numberIn(next)).toBeGreaterThan(Math.max(...numbers.map(numberIn)));
  });

  await test.step('the old hub comes back as one of the others', async () => {
    await first.restart();
    const back = await signIn(browser, first.workplace(), administrator);
    await expect(statusLine(back)).toContainText('Merkez: Banko 2', untilFound);
  });
});

test('the hub hands over, withdraws a PC that then says so, and takes it back by a new code', async ({
  browser,
}) => {
  const first = await branch.open();
  await branch.setUp(first, { workstationNo: 1 });
  const second = await branch.join(first, 2);
  const [one, two] = [
    await signIn(browser, first.workplace(), administrator),
    await signIn(browser, second.workplace(), administrator),
  ];
  await openSection(two, 'Bilgisayarlar');
  await expect(two.getByText('Bu bilgisayar şubeye bağlı; merkez: Banko 1')).toBeVisible();
  await look(two, 'pcs-joined');

  await test.step('a hub that is there hands over', async () => {
    await two.keyboard.press('Alt+M');
    await expect(two.getByText(/Merkez işi bu bilgisayara devreder/)).toBeVisible();
    await two.keyboard.press('Control+Enter');
    await expect(two.getByText('Bu bilgisayar şubenin merkezi')).toBeVisible();
    await expect(statusLine(one)).toContainText('Merkez: Banko 2', untilFound);
  });

  await test.step('a PC is withdrawn, after a word on what that means, and says so on every screen', async () => {
    const row = two.getByRole('row', { name: /^Banko 1/ });
    await expect(row).toContainText('Bağlı');
    await two.getByRole('button', { name: 'Banko 1 bilgisayarını şubeden kaldır' }).click();
    await look(two, 'pcs-withdraw');
    await two.keyboard.press('Control+Enter');
    await expect(two.getByText('Banko 1 şubeden kaldırıldı.')).toBeVisible();
    await expect(row).toContainText('Kaldırıldı');
    await expect(one.getByText('Şube merkezi (Banko 2) bu bilgisayarı tanımıyor.')).toBeVisible();
    await openSection(one, 'Bilgisayarlar');
    await look(one, 'pcs-cast-out');
  });

  await test.step('it pairs again by a new code', async () => {
    const code = await showCode(two);
    await openJoining(one);
    await typeAddressAndCode(one, second.port, code);
    await expect(one.getByText('Bu bilgisayar şubeye katıldı.')).toBeVisible();
    await expect(one.getByText('Şube merkezi yeniden bağlı: Banko 2.')).toBeVisible(untilFound);
    await expect(statusLine(one)).toContainText('Merkez: Banko 2');
  });
});

test('a PC that works already joins from its settings, is told what stands against it, and when the hub is back', async ({
  browser,
}) => {
  const hub = await branch.open();
  await branch.setUp(hub, { workstationNo: 1 });

  await test.step('an address where nobody answers, and a number that another PC has', async () => {
    const twin = await branch.open();
    await branch.setUp(twin, { workstationNo: 1 });
    const page = await signIn(browser, twin.workplace(), administrator);
    await openJoining(page);
    await typeAddressAndCode(page, twin.port, await codeOf(hub));
    await expect(page.getByRole('textbox', { name: 'Merkezin adresi' })).toHaveAccessibleDescription(
      /Bu adreste bir merkez yanıt vermedi\./,
    );
    await look(page, 'pcs-join-no-answer');
    await typeAddressAndCode(page, hub.port, await codeOf(hub));
    await expect(page.getByText('Bu bilgisayar numarası şubede kullanılıyor.')).toBeVisible();
  });

  await test.step('another branch’s PC', async () => {
    const stranger = await branch.open();
    await branch.setUp(stranger, { branchCode: '34', workstationNo: 7 });
    const page = await signIn(browser, stranger.workplace(), administrator);
    await openJoining(page);
    await typeAddressAndCode(page, hub.port, await codeOf(hub));
    await expect(page.getByText('Bu bilgisayar başka bir şubenin.')).toBeVisible();
  });

  await test.step('one of the branch joins, and hears of it when the hub goes and comes back', async () => {
    const pc = await branch.open();
    await branch.setUp(pc, { workstationNo: 3 });
    const page = await signIn(browser, pc.workplace(), administrator);
    await openJoining(page);
    await typeAddressAndCode(page, hub.port, await codeOf(hub));
    await expect(statusLine(page)).toContainText('Merkez: Banko 1');
    await callHost(hub.workplace(), 'user.add', { ...clerk, role: 'clerk' });
    const desk = await signIn(browser, pc.workplace(), clerk);
    await hub.workplace().kill();
    await expect(page.getByText('Şube merkezine ulaşılamıyor: Banko 1.')).toBeVisible();
    await expect(desk.getByText('Şube merkezine ulaşılamıyor: Banko 1.')).toBeVisible();
    const takeOver = { name: 'Bu bilgisayarı merkez yap' };
    await expect(page.getByRole('button', takeOver)).toBeVisible();
    await expect(desk.getByRole('button', takeOver)).toHaveCount(0);
    await hub.restart();
    await expect(page.getByText('Şube merkezi yeniden bağlı: Banko 1.')).toBeVisible(untilFound);
    await expect(page.getByText('Şube merkezine ulaşılamıyor: Banko 1.')).toHaveCount(0);
  });
});

async function typeAddressAndCode(page: Page, port: number, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Merkezin adresi' }).fill(`127.0.0.1:${port}`);
  await page.getByRole('textbox', { name: 'Eşleştirme kodu' }).fill(code);
  await page.keyboard.press('Control+Enter');
}

function statusLine(page: Page): Locator {
  return page.getByRole('status', { name: 'Durum' });
}

function numberIn(label: string): number {
  return Number(label.slice(1));
}
