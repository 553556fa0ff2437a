import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { picture } from './pictures.ts';

/** What visitors read standing, at any age: text at 7:1 as well. */
const enhancedContrast = 'wcag2aaa';
const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Looks at what is on screen in both colour schemes: no violation of WCAG 2.2 AA, and a picture for a person. */
export function look(page: Page, name: string): Promise<void> {
  return lookBy(page, name, wcag22AA);
}

/** The same for what the public sees, at AAA contrast. */
export function lookAsVisitor(page: Page, name: string): Promise<void> {
  return lookBy(page, name, [...wcag22AA, enhancedContrast]);
}

async function lookBy(page: Page, name: string, tags: readonly string[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveCSS('color-scheme', new RegExp(colorScheme));
    await picture(page, `${name}-${colorScheme}`);
    expect.soft(await violationsOf(page, tags), `${name}, ${colorScheme}`).toEqual([]);
  }
}

async function violationsOf(page: Page, tags: readonly string[]): Promise<readonly string[]> {
  // No page of ours has frames, which alone need the slower mode with a second tab.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags([...tags])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
