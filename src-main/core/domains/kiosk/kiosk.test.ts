import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract } from '../../../../src-shared/contract/index.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { linesIn, slipPrinterAt } from '../../../testing/print/printers.ts';
import { at, openQueueBranch, passUntil, queueOf, setCategory } from '../../../testing/queue-branch.ts';
import { addScreen, callAs, okAs, type TestScreen } from '../../../testing/screens.ts';
import { withStore } from '../../../testing/store.ts';

let counter: TestCore;
let kiosk: TestScreen;
beforeEach(async () => {
  counter = await openQueueBranch();
  kiosk = await addScreen(counter, 'kiosk', 'Giriş');
});
afterEach(() => counter.remove());

const general = { categoryCode: 'general', priority: false, onPaper: false };
const stateOf = () => okAs(counter, kiosk.caller, 'kiosk.state', {});
const issue = (changes: Partial<typeof general> = {}, commandId?: string) =>
  okAs(counter, kiosk.caller, 'kiosk.issue', { ...general, ...changes }, commandId);

test('FF-3: a visitor takes a number at the kiosk, and it stands in the queue as any other', async () => {
  const given = await issue({ priority: true });
  expect(given).toMatchObject({
    label: 'A101',
    priority: true,
    ahead: 0,
    estimatedWait: null,
    printJobId: null,
  });
  expect(given.followCode).toMatch(/^[\w-]{16}$/);
  const { waiting } = await queueOf(counter, at.reception);
  expect(waiting).toMatchObject([{ label: 'A101', priority: true, position: 1 }]);
  expect(await issue()).toMatchObject({ label: 'A102', ahead: 1 });
  const actors = await withStore(counter, ({ raw }) =>
    raw.prepare("select distinct actor from entries where type = 'ticket.issued'").pluck().all(),
  );
  expect(actors).toEqual([`screen/${kiosk.id}`]);
});

test('a double tap, or a touch whose answer was lost, is one number', async () => {
  const [one, two] = await Promise.all([issue({}, 'one-intent-of-kiosk'), issue({}, 'one-intent-of-kiosk')]);
  expect(two).toEqual(one);
  counter = await counter.reopen();
  expect(await issue({}, 'one-intent-of-kiosk')).toEqual(one);
  expect((await stateOf()).categories.find(({ code }) => code === 'general')).toMatchObject({ waiting: 1 });
});

test('every number has a code of its own', async () => {
  const codes = [await issue(), await issue(), await issue()].map(({ followCode }) => followCode);
  expect(new Set(codes).size).toBe(3);
});

test('the kiosk shows what there is to choose, what is closed and until when, and what is used up', async () => {
  await setCategory(counter, 'general', { dailyLimit: 1 });
  await setCategory(counter, 'outage', { opensAt: '13:00', closesAt: '15:00' });
  await issue();
  await passUntil(counter, '2026-03-10T08:00:00.000Z');
  const { branchName, categories, ...rest } = await stateOf();
  expect(branchName).toBe('Eskişehir Merkez');
  expect(rest).toEqual({ hasPrinter: false, followBase: null, canIssue: true });
  expect(categories.slice(0, 2)).toMatchObject([
    { code: 'general', isOpen: false, isUsedUp: true, waiting: 1 },
    { code: 'outage', isOpen: false, isUsedUp: false, opensAt: '13:00', closesAt: '15:00', waiting: 0 },
  ]);
  expect(await callAs(counter, kiosk.caller, 'kiosk.issue', general)).toMatchObject({
    error: { code: 'daily_limit' },
  });
  expect(
    await callAs(counter, kiosk.caller, 'kiosk.issue', { ...general, categoryCode: 'outage' }),
  ).toMatchObject({
    error: { code: 'category_closed', message: expect.stringContaining('13:00 ile 15:00') },
  });
});

test('a phone is told where to follow its number once this PC listens, at the address that was chosen', async () => {
  counter.core.screens.report({ state: 'listening', port: 50_000 });
  expect(await stateOf()).toMatchObject({ followBase: 'http://127.0.0.1:50000' });
  counter.core.screens.report({ state: 'off' });
  expect(await stateOf()).toMatchObject({ followBase: null });
});

test('the slip is printed with the code where phones can come, and the kiosk sees what became of it', async () => {
  await counter.ok(
    'printer.configure',
    { change: { role: 'slip', printer: slipPrinterAt('127.0.0.1') } },
    at.admin,
  );
  counter.core.start();
  counter.core.screens.report({ state: 'listening', port: 50_000 });
  expect(await stateOf()).toMatchObject({ hasPrinter: true });
  const { printJobId, followCode } = await issue({ onPaper: true });
  const slip = () => okAs(counter, kiosk.caller, 'kiosk.slip', { printJobId: printJobId ?? '' });
  await expect.poll(async () => (await slip()).state).toBe('sent');
  const qr = { kind: 'qr', value: `http://127.0.0.1:50000/sira#anahtar=${followCode}` };
  expect(linesIn(counter.printed[0]?.content)).toContainEqual(qr);

  counter.core.screens.report({ state: 'off' });
  await issue({ onPaper: true });
  await expect.poll(() => counter.printed.length).toBe(2);
  expect(linesIn(counter.printed[1]?.content).filter(({ kind }) => kind === 'qr')).toEqual([]);
});

test('the kiosk asks of no other paper than a slip', async () => {
  expect(await callAs(counter, kiosk.caller, 'kiosk.slip', { printJobId: 'nobody' })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('nothing that a kiosk is answered tells who waits', () => {
  const shown = Object.keys(contract['kiosk.state'].output.shape.categories.element.shape);
  expect(shown.filter((name) => /ticket|label|name$/i.test(name))).toEqual(['name']);
});
