import { defineConfig } from 'vitest/config'

/** Random histories are long by design; anything else that takes this long hangs. */
const QUICK_MS = 20_000
const LONG_MS = 300_000

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,relay,ui}/**/*.test.{ts,tsx}'],
          testTimeout: QUICK_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'random',
          include: ['tests/{property,faults}/**/*.test.ts'],
          testTimeout: LONG_MS,
        },
      },
    ],
  },
})
