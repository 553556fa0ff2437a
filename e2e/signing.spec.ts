import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { flatSignatureSchema } from '../src-shared/rules/flat-signature.ts';
import { signatureShapes } from '../src-shared/testing/signatures.ts';
import {
  answerAll,
  button,
  draw,
  drawWithPen,
  inkOf,
  movedBy,
  moveTo,
  pad,
  placeOf,
  standingOf,
  step,
  thanks,
} from './pages/signer.ts';
import { lookAsVisitor } from './support/look.ts';
import { openSigningDesk, type SigningDesk } from './support/signing-desk.ts';
import { readStore } from './support/store.ts';
import { test } from './support/test.ts';

let desk: SigningDesk;

test.beforeAll(async () => {
  desk = await openSigningDesk();
});
test.afterAll(() => desk.remove());

const portrait = { width: 800, height: 1280 };
const name = signatureShapes.initials[0] ?? [];
const blank = (page: Page) => page.getByText('Okumanız istenen bir metin olduğunda burada görünür.');
const decisions = async () => {
  const { consents } = await desk.ask('consent.ofApplication', { applicationId: desk.applicationId });
  return consents.map(({ decision }) => decision);
};

test('WR-3: somebody reads the notice, consents, signs with a finger’s line, is thanked, and the screen goes blank', async ({
  browser,
}) => {
  const page = await desk.open(browser);
  await lookAsVisitor(page, 'signer-blank');
  await desk.start();

  await test.step('the notice, with a page of its own and larger letters on wish', async () => {
    await expect(step(page, 1, 3)).toBeVisible();
    await lookAsVisitor(page, 'signer-notice');
    await button(page, 'Yazıyı büyüt A+').click();
    await button(page, 'Yazıyı büyüt A+').click();
    await lookAsVisitor(page, 'signer-notice-large');
    await button(page, 'Yazıyı küçült A−').click();
    await button(page, 'Yazıyı küçült A−').click();
    await page.getByRole('region', { name: 'Metin' }).focus();
    await page.keyboard.press('End');
    await expect(page.getByText('Metnin sonuna geldiniz.')).toBeVisible();
    await expect
      .poll(async () => (await desk.ask('signing.state', {})).signing?.acts.map(({ readShare }) => readShare))
      .toEqual([1, 0]);
    await button(page, 'Bilgilendirildim').click();
  });

  await test.step('a consent whose two answers look alike, neither chosen', async () => {
    await expect(step(page, 2, 3)).toBeVisible();
    const [yes, no] = [button(page, 'Kabul ediyorum'), button(page, 'Kabul etmiyorum')];
    await expect(yes).toHaveAttribute('aria-pressed', 'false');
    await expect(no).toHaveAttribute('aria-pressed', 'false');
    const dress = [
      'background-color',
      'color',
      'border-color',
      'font-size',
      'font-weight',
      'width',
      'height',
    ];
    const of = (one: typeof yes) =>
      one.evaluate((it, names) => names.map((each) => getComputedStyle(it).getPropertyValue(each)), dress);
    expect(await of(yes)).toEqual(await of(no));
    await expect(page.getByText('Kabul etmemeniz başvurunuzu etkilemez.')).toBeVisible();
    await lookAsVisitor(page, 'signer-consent');
    await yes.click();
  });

  await test.step('nothing, a dot and a scribble are no signature, and that is said kindly', async () => {
    await expect(step(page, 3, 3)).toBeVisible();
    await lookAsVisitor(page, 'signer-last');
    await button(page, 'İmzala ve bitir').click();
    await expect(page.getByRole('alert')).toContainText('Henüz imza görünmüyor.');
    await draw(page, [{ x: 500, y: 200 }]);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await button(page, 'İmzala ve bitir').click();
    await expect(page.getByRole('alert')).toContainText('Yalnız bir nokta görünüyor.');
    await button(page, 'Temizle').click();
    const legs = Array.from({ length: 33 }, (_, i) => ({ x: 40 + 28 * i, y: i % 2 === 0 ? 30 : 370 }));
    await draw(page, legs, 2);
    await draw(page, legs.toReversed(), 2);
    await button(page, 'İmzala ve bitir').click();
    await expect(page.getByRole('alert')).toContainText('imzaya benzemiyor');
    await lookAsVisitor(page, 'signer-scribble');
    await button(page, 'Temizle').click();
    await expect(pad(page)).toHaveAccessibleName('İmza alanı: Buraya imzanızı atın');
  });

  await test.step('signed, thanked, blank', async () => {
    const strokes = [name, ...signatureShapes.nameWithFlourish];
    for (const stroke of strokes)
      await draw(
        page,
        stroke.filter((_, at) => stroke.length < 9 || at % 6 === 0),
        1,
      );
    await lookAsVisitor(page, 'signer-signed');
    await button(page, 'İmzala ve bitir').click();
    await expect(thanks(page)).toBeVisible();
    await lookAsVisitor(page, 'signer-thanks');
    await expect(blank(page)).toBeVisible({ timeout: 20_000 });
    expect(await decisions()).toEqual(['accepted']);
  });
});

test('WR-3: whoever refuses everything signs nothing, by keys alone on an upright tablet', async ({
  browser,
}) => {
  const page = await desk.open(browser, { viewport: portrait });
  await desk.start();
  await expect(step(page, 1, 3)).toBeVisible();
  await lookAsVisitor(page, 'signer-notice-upright');
  await button(page, 'Bilgilendirildim').focus();
  await page.keyboard.press('Enter');
  await expect(step(page, 2, 3)).toBeVisible();
  await lookAsVisitor(page, 'signer-consent-upright');
  await button(page, 'Kabul ediyorum').click();
  await expect(pad(page)).toBeVisible();
  await lookAsVisitor(page, 'signer-last-upright');

  await test.step('who can’t sign is told what happens, and changes an answer', async () => {
    await button(page, 'İmza atamıyorum').click();
    await expect(page.getByText('Sizden parmak izi istenmez.')).toBeVisible();
    await lookAsVisitor(page, 'signer-cannot-sign');
    await button(page, 'Yanıtlarımı değiştir').click();
    await expect(button(page, 'Kabul ediyorum')).toHaveAttribute('aria-pressed', 'true');
    await lookAsVisitor(page, 'signer-consent-answered');
    await button(page, 'Kabul etmiyorum').focus();
    await page.keyboard.press('Space');
  });
  await expect(page.getByText('İmza gerekmiyor.')).toBeVisible();
  await expect(pad(page)).toHaveCount(0);
  await lookAsVisitor(page, 'signer-refused-upright');
  const before = await decisions();
  await button(page, 'Bitir').focus();
  await page.keyboard.press('Enter');
  await expect(thanks(page)).toBeVisible();
  expect(await decisions()).toEqual([...before, 'refused']);
  await button(page, 'Tamam').click();
  await expect(blank(page)).toBeVisible();
});

test('ink stays where it was drawn through a resize and a rotation in the middle of a stroke, on a sharp screen', async ({
  browser,
}) => {
  const page = await desk.open(browser, { deviceScaleFactor: 2 });
  await desk.start();
  await answerAll(page, 'Kabul ediyorum');
  await draw(page, name, 3);
  const [ink, standing] = [await inkOf(page), await standingOf(page)];
  const stays = () => expect.poll(() => movedBy(page, standing)).toBeLessThan(0.006);

  await moveTo(page, { x: 600, y: 100 }, 1);
  await page.mouse.down();
  await moveTo(page, { x: 700, y: 300 }, 5);
  await page.setViewportSize(portrait);
  await stays();
  await moveTo(page, { x: 800, y: 100 }, 5);
  await page.mouse.up();

  for (const size of [portrait, { width: 1280, height: 720 }, { width: 640, height: 360 }]) {
    await page.setViewportSize(size);
    await pad(page).scrollIntoViewIfNeeded();
    await stays();
  }
  const after = await inkOf(page);
  expect(after.slice(0, ink.length)).toEqual(ink);
  expect(after).toHaveLength(ink.length + 1);
  // No line runs from where the hand was to where it is on the turned screen.
  expect(after.at(-1)).toMatch(/^M600 100.*L(699|700|701) (299|300|301)$/);
});

test('a finger draws, a second hand on the glass draws nothing, and the page does not move under it', async ({
  browser,
}) => {
  const page = await desk.open(browser, { viewport: { width: 640, height: 360 }, hasTouch: true });
  await desk.start();
  await answerAll(page, 'Kabul ediyorum');
  await pad(page).scrollIntoViewIfNeeded();
  const before = await pad(page).boundingBox();
  const glass = await page.context().newCDPSession(page);
  const at = async (id: number, x: number, y: number) => ({ id, ...(await placeOf(page, { x, y })) });
  const send = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: Awaited<ReturnType<typeof at>>[],
  ) => glass.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [await at(1, 200, 100)]);
  await send('touchMove', [await at(1, 300, 250)]);
  await send('touchStart', [await at(1, 300, 250), await at(2, 800, 350)]);
  await send('touchMove', [await at(1, 400, 100), await at(2, 700, 200)]);
  await send('touchMove', [await at(1, 500, 300), await at(2, 600, 50)]);
  await send('touchEnd', []);
  await expect.poll(async () => (await inkOf(page)).length).toBe(1);
  expect(await pad(page).boundingBox()).toEqual(before);
  const [left, , right] = await standingOf(page);
  expect(Math.abs((left ?? 0) - 0.2) + Math.abs((right ?? 0) - 0.5)).toBeLessThan(0.02);
});

test('a network that goes away in the middle loses neither answers nor ink, and nothing is handed in twice', async ({
  browser,
}) => {
  const page = await desk.open(browser, { viewport: { width: 1280, height: 720 } });
  const before = await decisions();
  await desk.start();
  await button(page, 'Bilgilendirildim').click();
  await expect(step(page, 2, 3)).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText('Bağlantı koptu. Yanıtlarınız duruyor;')).toBeVisible();
  await button(page, 'Kabul ediyorum').click();
  await expect(page.getByRole('alert')).toContainText('Bağlantı koptu, yanıtınız iletilemedi.');
  await lookAsVisitor(page, 'signer-lost');
  await page.context().setOffline(false);
  await button(page, 'Kabul ediyorum').click();
  await expect(step(page, 3, 3)).toBeVisible();

  await page.reload();
  await expect(step(page, 3, 3)).toBeVisible();
  await expect(page.getByRole('listitem').last()).toContainText('Kabul ediyorum');
  await draw(page, name, 4);
  const ink = await inkOf(page);
  const commands: string[] = [];
  await page.route('**/rpc/signing.submit', async (route) => {
    commands.push(String(route.request().postDataJSON().commandId));
    if (commands.length > 2) return route.continue();
    // Once on the way there, once on the way back.
    if (commands.length === 2) await route.fetch();
    return route.abort();
  });
  await button(page, 'İmzala ve bitir').click();
  expect(await inkOf(page)).toEqual(ink);
  await expect(thanks(page)).toBeVisible();
  await expect.poll(() => commands.length).toBeGreaterThan(1);
  expect(new Set(commands).size).toBe(1);
  expect(await decisions()).toEqual([...before, 'accepted']);
});

const dynamics = /pressure|force|tilt|twist|azimuth|altitude|pointer|coalesced|timestamp|velocity|speed/i;

test('neither the wire nor the store holds more of a signature than its flat shape, however it was drawn', async ({
  browser,
}) => {
  const bodies: string[] = [];
  for (const way of [
    { steps: 60, force: 0.2 },
    { steps: 2, force: 0.9 },
  ]) {
    const page = await desk.open(browser);
    page.on('request', (request) => {
      if (request.url().includes('/rpc/signing.')) bodies.push(request.postData() ?? '');
    });
    await desk.start();
    await answerAll(page, 'Kabul ediyorum');
    const corner = await placeOf(page, { x: 0, y: 0 });
    const [x, y] = [Math.ceil(corner.x), Math.ceil(corner.y)];
    const corners = [
      { x: x + 120, y: y + 60 },
      { x: x + 360, y: y + 60 },
      { x: x + 480, y: y + 180 },
      { x: x + 180, y: y + 180 },
    ];
    await drawWithPen(page, { corners, ...way });
    await button(page, 'İmzala ve bitir').click();
    await expect(thanks(page)).toBeVisible();
    await button(page, 'Tamam').click();
    await expect(blank(page)).toBeVisible();
  }
  expect(bodies.filter((body) => dynamics.test(body))).toEqual([]);
  const sent = bodies.map((body) => submitted.safeParse(JSON.parse(body))).flatMap(({ data }) => data ?? []);
  expect(sent).toHaveLength(2);
  expect(sent[0]?.input.signature).toEqual(sent[1]?.input.signature);

  await desk.stop();
  const rows = await readStore(desk.dataDir);
  const signed = rows.filter((row) => row.includes('strokes'));
  expect(signed.filter((row) => dynamics.test(row))).toEqual([]);
  const stroke = JSON.stringify(sent[0]?.input.signature.strokes);
  expect(signed.filter((row) => row.includes(stroke)).length).toBeGreaterThanOrEqual(2);
});

const submitted = z.strictObject({
  commandId: z.string(),
  input: z.strictObject({ signingId: z.string(), signature: flatSignatureSchema }),
});
