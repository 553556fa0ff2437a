import { once } from 'node:events';
import { expect } from '@playwright/test';
import { enter, expectKnown, issueFirstNumber, registerWalkIn, setUpWorkplace } from './pages/desktop.ts';
import { connectCrm } from './pages/settings.ts';
import { type ElectronProgram, spawnElectron, startElectronProgram } from './support/electron-program.ts';
import { picture } from './support/pictures.ts';
import { type TemporaryFolder, temporaryFolder } from './support/processes.ts';
import { test } from './support/test.ts';

const firstScreen = { x: 0, y: 0, width: 1920, height: 1040 };
const secondScreen = { ...firstScreen, x: 1920 };

let folder: TemporaryFolder;
let program: ElectronProgram;

test.beforeEach(async () => {
  folder = await temporaryFolder();
  program = await startElectronProgram(folder.path);
});
test.afterEach(async () => {
  await program.kill();
  await folder.remove();
});

test('the desktop program is set up, takes a walk-in, ends in order and knows all of it at the next start', async () => {
  await setUpWorkplace(program.page);
  const label = await issueFirstNumber(program.page);
  const applicationNo = await registerWalkIn(program.page);
  await picture(program.page, 'shell-registered');
  expect(await program.quit()).toBe(0);

  program = await startElectronProgram(folder.path);
  await enter(program.page);
  await expectKnown(program.page, label, applicationNo);
});

test('what was accepted is there after the program was killed in the middle of its work', async () => {
  await setUpWorkplace(program.page);
  const label = await issueFirstNumber(program.page);
  const applicationNo = await registerWalkIn(program.page);
  await program.kill();
  program = await startElectronProgram(folder.path);
  await enter(program.page);
  await expectKnown(program.page, label, applicationNo);
});

test('a second start ends by itself and brings the first one’s window back', async () => {
  program.order({ kind: 'minimize_window', id: program.windowId });
  const [code] = await once(spawnElectron(folder.path), 'exit');
  expect(code).toBe(0);
  await expect.poll(() => statesOf(program)).toEqual(['shown', 'restored', 'focused']);
});

test('closing the window ends the program', async () => {
  program.order({ kind: 'close_window', id: program.windowId });
  expect(await program.ended).toBe(0);
});

test('the window comes back where it was and as large as its letters were, unless that screen is gone', async () => {
  const id = program.windowId;
  const place = { x: 2100, y: 200, width: 1300, height: 800 };
  program.order({ kind: 'displays', areas: [firstScreen, secondScreen] });
  program.order({ kind: 'place_window', id, ...place });
  for (const key of ['=', '=', '-', '=']) program.order({ kind: 'press', id, key, control: true });
  program.order({ kind: 'press', id, key: 'F11', control: false });
  expect(await program.quit()).toBe(0);

  const displays = '0,0,1920,1040 1920,0,1920,1040';
  program = await startElectronProgram(folder.path, { displays });
  expect(program.told).toContainEqual({ kind: 'window', id, state: 'shown', bounds: place, zoom: 1.25 });
  expect(statesOf(program)).toEqual(['full_screen', 'shown']);
  expect(await program.quit()).toBe(0);

  program = await startElectronProgram(folder.path);
  const [shown] = program.told.flatMap((news) => (news.kind === 'window' ? [news] : []));
  expect(shown).toMatchObject({ bounds: { width: 1440, height: 900 }, zoom: 1.25 });
});

test('quitting says what still waits for the CRM, and ends only when somebody says so', async () => {
  await setUpWorkplace(program.page);
  await connectCrm(program.page, 'http://127.0.0.1:9', 'anahtar-yok');
  const boxes = () => program.told.flatMap((news) => (news.kind === 'message_box' ? [news] : []));
  program.order({ kind: 'close_window', id: program.windowId });
  await expect.poll(() => boxes().length).toBe(1);
  expect(boxes()[0]?.detail).toMatch(/^\d+ kayıt henüz CRM’e gönderilmedi\./);
  await program.page.keyboard.press('Alt+1');
  await expect(program.page.getByRole('heading', { name: 'Karşılama' })).toBeVisible();

  program.order({ kind: 'answer_boxes', button: 'Kapat' });
  expect(await program.quit()).toBe(0);
  expect(boxes().length).toBe(2);
});

test('the system going down is not kept waiting by a question', async () => {
  await setUpWorkplace(program.page);
  await connectCrm(program.page, 'http://127.0.0.1:9', 'anahtar-yok');
  program.order({ kind: 'power', event: 'shutdown' });
  expect(await program.quit()).toBe(0);
  expect(program.told.filter(({ kind }) => kind === 'message_box')).toEqual([]);
});

test('a page goes nowhere else, opens no window, is granted nothing and has two functions of ours', async () => {
  const { page } = program;
  await expect(page.getByRole('heading', { name: 'Banko’ya hoş geldiniz' })).toBeVisible();
  const seen = await page.evaluate(async () => {
    const before = location.href;
    location.href = 'https://ornek.invalid/';
    const opened = [window.open('https://ornek.invalid/'), window.open('tel:186')];
    const granted = await Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone'] as const).map(async (name) => {
        const { state } = await navigator.permissions.query({ name });
        return `${name} ${state}`;
      }),
    );
    return {
      stayed: location.href === before,
      opened,
      granted,
      exposed: Object.keys(Reflect.get(globalThis, 'banko')).sort(),
      node: ['require', 'process', 'ipcRenderer', 'electronDoubleToMain'].filter(
        (name) => name in globalThis,
      ),
    };
  });
  expect(seen).toEqual({
    stayed: true,
    opened: [null, null],
    granted: ['geolocation denied', 'notifications denied', 'camera denied', 'microphone denied'],
    exposed: ['call', 'onChanged'],
    node: [],
  });
  await expect(page.getByRole('heading', { name: 'Banko’ya hoş geldiniz' })).toBeVisible();
  await expect.poll(() => page.context().pages().length).toBe(1);
  // The system's telephone is the one thing outside that a page may ask for.
  await expect
    .poll(() => program.told.flatMap((news) => (news.kind === 'opened_outside' ? [news.url] : [])))
    .toEqual(['tel:186']);
});

test('a call from another address or from a frame within the page is rejected, and what is no call as well', async () => {
  const own = { url: 'app://banko/index.html', isMainFrame: true, args: ['system.state', { input: {} }] };
  const strangers = {
    own,
    'another address': { ...own, url: 'https://ornek.invalid/' },
    'a like address': { ...own, url: 'app://banko.ornek.invalid/' },
    'a frame within': { ...own, isMainFrame: false },
    'no method': { ...own, args: [7, {}] },
    'no body': { ...own, args: ['system.state', 'x'] },
  };
  for (const [name, call] of Object.entries(strangers))
    program.order({ kind: 'call_as', name, channel: 'banko:call', ...call });
  const answers = () =>
    Object.fromEntries(
      program.told.flatMap((news) => (news.kind === 'called' ? [[news.name, news.ok]] : [])),
    );
  await expect.poll(() => Object.keys(answers()).length).toBe(6);
  expect(answers()).toEqual({
    ...{ own: true, 'another address': false, 'a like address': false },
    ...{ 'a frame within': false, 'no method': false, 'no body': false },
  });
});

for (const keyRing of ['none', 'basic_text'] as const)
  test(`without a working key ring (${keyRing}) the program says so and keeps no key in the open`, async () => {
    await program.kill();
    program = await startElectronProgram(folder.path, { keyRing });
    await expect(program.page.getByText('parola kasası', { exact: false })).toBeVisible();
    await picture(program.page, `shell-no-key-ring-${keyRing}`);
  });

function statesOf({ told }: ElectronProgram): readonly string[] {
  return told.flatMap((news) => (news.kind === 'window' ? [news.state] : []));
}
