import { defineConfig } from 'vitest/config'

/** Random histories are long by design; anything else that takes this long hangs. */
const QUICK_MS = 60_000
const LONG_MS = 300_000
/** Nothing is measured here: a busy machine may take its time. */
const PATIENCE_MS = 15_000

export default defineConfig({
  test: {
    maxWorkers: 2,
    expect: { poll: { timeout: PATIENCE_MS } },
    hookTimeout: QUICK_MS,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{shared,src-main,src-renderer,src-relay}/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/{relay,package}/**/*.test.ts',
          ],
          testTimeout: QUICK_MS,
          // As in playwright.config.ts. Not for the random histories: another seed proves nothing.
          retry: process.env.CI ? 1 : 0,
        },
      },
      {
        extends: true,
        test: {
          name: 'random',
          include: ['tests/{property,faults,soak}/**/*.test.ts'],
          testTimeout: LONG_MS,
        },
      },
      // Only npm run soak asks for it (scripts/soak.mjs).
      ...(process.env.CONFIDANT_SOAK_SEED === undefined
        ? []
        : [{ test: { name: 'soak', include: ['tests/soak/soak.run.ts'] } }]),
    ],
  },
})
