import { defineConfig } from '@playwright/test';

const executablePath = process.env.BANKO_BROWSER ?? '/usr/bin/chromium';
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/sample.ts',
  forbidOnly: true,
  retries: 0,
  // Two at once take a quarter less time, but journeys of several windows then lose their timing.
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: process.env.BANKO_REPORT ?? 'test-results/report.json' }]],
  use: {
    locale: 'tr-TR',
    timezoneId: 'Europe/Istanbul',
    viewport: { width: 1280, height: 720 },
    actionTimeout: 15_000,
    // Recording a trace costs a third of a journey's time; `--trace on` for the one that is looked into.
    screenshot: 'only-on-failure',
    // Chromium has no sandbox for root.
    launchOptions: { executablePath, args: isRoot ? ['--no-sandbox'] : [] },
  },
  projects: [
    { name: 'chromium', testIgnore: 'electron.spec.ts' },
    // Electron's own binary can't be had everywhere; `npm test` says so where it did not run.
    ...(process.env.BANKO_ELECTRON ? [{ name: 'electron', testMatch: 'electron.spec.ts' }] : []),
  ],
});
