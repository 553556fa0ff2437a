import { test as base } from '@playwright/test';

/**
 * A journey whose windows are closed when it ends. Playwright leaves those that a test opens by itself for the next
 * ones, in which they would go on asking for their host. What `beforeAll` has opened stays.
 */
export const test = base.extend<{ readonly ownWindows: undefined }>({
  ownWindows: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use(undefined);
      const opened = browser.contexts().filter((context) => !before.has(context));
      await Promise.all(opened.map((context) => context.close()));
    },
    { auto: true },
  ],
});
