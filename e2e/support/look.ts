import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { picture } from './pictures.ts';

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** What the colour scheme alone decides. */
const contrast = ['color-contrast'];
/** What visitors read standing, at any age: text at 7:1 as well, or 4.5:1 for large letters. */
const visitorContrast = [...contrast, 'color-contrast-enhanced'];

/** Looks at what is on screen in both colour schemes: no violation of WCAG 2.2 AA, and a picture for a person. */
export function look(page: Page, name: string): Promise<void> {
  return lookBy(page, name, wcag22AA, contrast);
}

/** The same for what the public sees, at AAA contrast. */
export function lookAsVisitor(page: Page, name: string): Promise<void> {
  return lookBy(page, name, [...wcag22AA, 'wcag2aaa'], visitorContrast);
}

/** Half of 1280 × 720: what a window shows at 200 % zoom (WCAG 1.4.10). */
export const zoomed = { width: 640, height: 360 };

/** Whether the screen's own part would have to be scrolled sideways. */
export function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    return main === null || main.scrollWidth > main.clientWidth;
  });
}

async function lookBy(
  page: Page,
  name: string,
  tags: readonly string[],
  contrastRules: readonly string[],
): Promise<void> {
  await lookIn(page, 'light', name, { type: 'tag', values: [...tags] });
  await lookIn(page, 'dark', name, { type: 'rule', values: [...contrastRules] });
}

async function lookIn(
  page: Page,
  colorScheme: 'light' | 'dark',
  name: string,
  runOnly: NonNullable<RunOptions['runOnly']>,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveCSS('color-scheme', new RegExp(colorScheme));
  await picture(page, `${name}-${colorScheme}`);
  expect.soft(await violationsOf(page, runOnly), `${name}, ${colorScheme}`).toEqual([]);
}

/** Only what is wrong crosses over to the test: the long list of what is right takes ten times as long. */
async function violationsOf(page: Page, runOnly: NonNullable<RunOptions['runOnly']>) {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options: RunOptions) => {
      const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
      return (await inPage.run(document, options)).violations;
    },
    { runOnly, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
