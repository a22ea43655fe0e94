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
          include: [
            '{shared,src-main,src-renderer,src-relay}/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/relay/**/*.test.ts',
          ],
          testTimeout: QUICK_MS,
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
      ...(process.env.CONFIDANT_SOAK_MINUTES === undefined
        ? []
        : [{ test: { name: 'soak', include: ['tests/soak/soak.run.ts'] } }]),
    ],
  },
})
