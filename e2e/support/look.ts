import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { picture } from './pictures.ts';

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const contrast = ['color-contrast'];
/** What visitors read standing, at any age: text at 7:1 as well. */
const visitorContrast = [...contrast, 'color-contrast-enhanced'];

/** Looks at what is on screen in both colour schemes: no violation of WCAG 2.2 AA, and a picture for a person. */
export function look(page: Page, name: string): Promise<void> {
  return lookBy(page, name, wcag22AA, contrast);
}

/** The same for what the public sees, at AAA contrast. */
export function lookAsVisitor(page: Page, name: string): Promise<void> {
  return lookBy(page, name, [...wcag22AA, 'wcag2aaa'], visitorContrast);
}

async function lookBy(
  page: Page,
  name: string,
  tags: readonly string[],
  contrastRules: readonly string[],
): Promise<void> {
  await inScheme(page, name, 'light', axe(page).withTags([...tags]));
  // Only the colours are other ones.
  await inScheme(page, name, 'dark', axe(page).withRules([...contrastRules]));
}

async function inScheme(
  page: Page,
  name: string,
  colorScheme: 'light' | 'dark',
  builder: AxeBuilder,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveCSS('color-scheme', new RegExp(colorScheme));
  await picture(page, `${name}-${colorScheme}`);
  expect.soft(await violationsOf(builder), `${name}, ${colorScheme}`).toEqual([]);
}

/** No page of ours has frames, which alone need the slower mode with a second tab. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

async function violationsOf(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
