import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: 'tests',
  testMatch: ['chromium/*.spec.ts', 'e2e/**/*.spec.ts', 'faults/**/*.spec.ts'],
  outputDir: 'test-results/e2e',
  // Taken anew by npm run screenshots -- --update only.
  updateSnapshots: 'none',
  snapshotPathTemplate: 'tests/pictures/key-screens/{arg}{ext}',
  // Two cores, of which a test waits part of the time.
  workers: 3,
  fullyParallel: true,
  // Shared, noisy machines: a failure in CI is tried once more, and reported as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
})
