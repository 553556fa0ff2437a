import { expect, type Locator, type Page } from '@playwright/test';
import type { Point } from '../../src-shared/rules/even-path.ts';
import { signatureBox } from '../../src-shared/rules/flat-signature.ts';

/** What a consumer sees and touches. */
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const step = (page: Page, now: number, of: number): Locator =>
  page.getByRole('img', { name: `${of} adımın ${now}. adımı` });
export const pad = (page: Page): Locator => page.getByRole('img', { name: /^İmza alanı/ });
export const thanks = (page: Page): Locator => page.getByRole('heading', { name: 'Teşekkür ederiz' });

/** Reads the notice and answers the consent, up to the last page. */
export async function answerAll(page: Page, answer: 'Kabul ediyorum' | 'Kabul etmiyorum'): Promise<void> {
  await button(page, 'Bilgilendirildim').click();
  await button(page, answer).click();
  await expect(step(page, 3, 3)).toBeVisible();
}

/** A place of the signature's box on the screen right now. */
export async function placeOf(page: Page, { x, y }: Point): Promise<Point> {
  const box = await pad(page).boundingBox();
  if (box === null) throw new Error('The signature area is not on the screen');
  const scale = Math.min(box.width / signatureBox.width, box.height / signatureBox.height);
  return {
    x: box.x + (box.width - scale * signatureBox.width) / 2 + x * scale,
    y: box.y + (box.height - scale * signatureBox.height) / 2 + y * scale,
  };
}

/** With the mouse, from corner to corner in so many steps each. */
export async function draw(page: Page, path: readonly Point[], steps = 8): Promise<void> {
  const [first, ...rest] = path;
  if (first === undefined) return;
  await moveTo(page, first, 1);
  await page.mouse.down();
  for (const corner of rest) await moveTo(page, corner, steps);
  await page.mouse.up();
}

export async function moveTo(page: Page, point: Point, steps: number): Promise<void> {
  const { x, y } = await placeOf(page, point);
  await page.mouse.move(x, y, { steps });
}

/** The path data of all ink, in units of the box. */
export function inkOf(page: Page): Promise<string[]> {
  return pad(page).evaluate((svg) =>
    [...svg.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? ''),
  );
}

/** Where the first stroke stands within the box, as shares of it: the same whatever the size of the screen. */
export async function standingOf(page: Page): Promise<readonly number[]> {
  const ink = await pad(page).locator('path').first().boundingBox();
  const [from, to] = [
    await placeOf(page, { x: 0, y: 0 }),
    await placeOf(page, { x: signatureBox.width, y: signatureBox.height }),
  ];
  if (ink === null) throw new Error('There is no ink');
  const [width, height] = [to.x - from.x, to.y - from.y];
  return [
    (ink.x - from.x) / width,
    (ink.y - from.y) / height,
    (ink.x + ink.width - from.x) / width,
    (ink.y + ink.height - from.y) / height,
  ];
}

/** By how much of the box ink has moved at the most. */
export async function movedBy(page: Page, before: readonly number[]): Promise<number> {
  const now = await standingOf(page);
  return Math.max(...now.map((share, i) => Math.abs(share - (before[i] ?? Number.NaN))));
}

export type PenStroke = {
  readonly corners: readonly Point[];
  readonly steps: number;
  readonly force: number;
};

/** With a pen that tells its pressure, tilt and twist, at places in pixels of the page. */
export async function drawWithPen(page: Page, { corners, steps, force }: PenStroke): Promise<void> {
  const pen = await page.context().newCDPSession(page);
  const [first, ...rest] = corners;
  if (first === undefined) return;
  const dynamics = {
    pointerType: 'pen',
    force,
    tiltX: 31,
    tiltY: -17,
    twist: 123,
    tangentialPressure: 0.4,
  } as const;
  const event = { ...dynamics, button: 'left', buttons: 1, clickCount: 1 } as const;
  await pen.send('Input.dispatchMouseEvent', { ...event, ...first, type: 'mousePressed' });
  let from = first;
  for (const to of rest) {
    for (let i = 1; i <= steps; i += 1) {
      const share = i / steps;
      const place = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      await pen.send('Input.dispatchMouseEvent', { ...event, ...place, type: 'mouseMoved' });
    }
    from = to;
  }
  await pen.send('Input.dispatchMouseEvent', { ...event, ...from, buttons: 0, type: 'mouseReleased' });
}
